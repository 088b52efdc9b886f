//! A list to choose from: which line is chosen, which lines are on screen.

use super::Action;

/// What a list remembers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Choice {
    /// The line that is chosen.
    pub chosen: usize,
    /// The first line on screen.
    pub top: usize,
}

impl Choice {
    /// The choice after a motion in a list of `count` lines of which `height` are on screen; none where the action is no
    /// motion.
    pub fn moved(self, action: Action, times: usize, count: usize, height: usize) -> Option<Choice> {
        let page = height.saturating_sub(1).max(1);
        let chosen = match action {
            Action::Down => self.chosen.saturating_add(times),
            Action::Up => self.chosen.saturating_sub(times),
            Action::HalfDown => self.chosen.saturating_add((height / 2).max(1)),
            Action::HalfUp => self.chosen.saturating_sub((height / 2).max(1)),
            Action::PageDown => self.chosen.saturating_add(page),
            Action::PageUp => self.chosen.saturating_sub(page),
            Action::Top => 0,
            Action::Bottom => usize::MAX,
            _ => return None,
        };
        Some(Choice { chosen, ..self }.within(count, height))
    }

    /// The same choice where the list or the screen is another: a line that exists, and that is on screen.
    pub fn within(self, count: usize, height: usize) -> Choice {
        let chosen = self.chosen.min(count.saturating_sub(1));
        let lowest = (chosen + 1).saturating_sub(height.max(1));
        let last = count.saturating_sub(height);
        Choice { chosen, top: self.top.clamp(lowest, chosen).min(last.max(lowest)) }
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn the_chosen_line_is_on_screen() {
        let mut choice = Choice::default();
        for (action, chosen, top) in [
            (Action::Down, 1, 0),
            (Action::PageDown, 4, 1),
            (Action::Bottom, 9, 6),
            (Action::Down, 9, 6),
            (Action::HalfUp, 7, 6),
            (Action::PageUp, 4, 4),
            (Action::Top, 0, 0),
            (Action::Up, 0, 0),
        ] {
            choice = choice.moved(action, 1, 10, 4).unwrap();
            assert_eq!((choice.chosen, choice.top), (chosen, top), "{action:?}");
        }
        assert_eq!(choice.moved(Action::Help, 1, 10, 4), None);
    }

    #[test]
    fn nothing_breaks_without_lines_or_rows() {
        assert_eq!(Choice { chosen: 5, top: 5 }.within(0, 0), Choice::default());
        assert_eq!(Choice { chosen: 5, top: 0 }.within(10, 0), Choice { chosen: 5, top: 5 });
        assert_eq!(Choice { chosen: 9, top: 9 }.within(10, 4), Choice { chosen: 9, top: 6 });
    }
}
