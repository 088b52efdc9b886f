//! Numbers, money, lengths of time and dates that cannot all be true of one thing. Two measures are held against each
//! other only where they measure the same: the same unit and noun, the same event, and nothing nearer in the other version.

use super::clocks::Clock;
use super::fates::{Fate, is_people};
use super::items::{Dimension, Item};
use super::telling::Telling;
use super::{Found, Said, amounts, closeness, counterparts, far, parts, sameness, slips, sums, tolls};
use crate::analysis::facts::{Grain, Value, When};
use crate::model::DifferenceKind;

/// So many are many.
pub(super) const MANY: f64 = 50.0;

/// What is counted twice differs by no more than so many times.
const NEARLY: f64 = 1.15;

/// A version with its measures, and who prints it.
pub(super) struct Measured<'t> {
    pub outlet: &'t str,
    pub telling: &'t Telling<'t>,
    pub items: &'t [Item<'t>],
    pub clocks: &'t [Clock],
}

/// The differences of money, number and date between two versions of different outlets; `sure`: they surely tell one thing.
pub(super) fn between(a: &Measured, b: &Measured, sure: bool) -> Vec<Found> {
    let (mine, theirs) = (a.items, b.items);
    let mut found = Vec::new();
    if mine.is_empty() || theirs.is_empty() {
        return Vec::new();
    }
    // A date or a length of time that the other version gives too is no rival, whatever it dates there.
    let settled = |x: &Item, (of, other): (&Telling, &Measured)| {
        let others = other.items;
        let unnamed = |i: &Item| i.dimension == Dimension::Count(None);
        let counts = |i: &Item| matches!(i.dimension, Dimension::Count(_));
        let same = |y: &Item| {
            alike(x, y)
                || (unnamed(x) && counts(y) || counts(x) && unnamed(y))
                || x.dimension == Dimension::Date && same_grain(&x.measure.value, &y.measure.value)
                || x.dimension == Dimension::Time && y.dimension == Dimension::Time
        };
        // `at least 310 missing` says nothing of the 525 aboard, unless it is all there is.
        let alone = others.iter().filter(|y| same(y)).count() == 1;
        let means = |y: &Item| amounts::one_means(of, &x.paid_in, other.telling, &y.paid_in) != Some(false);
        others.iter().any(|y| same(y) && tolls::agree(x, y) && means(y) && (alone || is_like(x, y)))
    };
    let open_mine: Vec<&Item> = mine.iter().filter(|x| !x.aside && !settled(x, (a.telling, b))).collect();
    let open_theirs: Vec<&Item> = theirs.iter().filter(|y| !y.aside && !settled(y, (b.telling, a))).collect();
    let (open_mine, open_theirs) = sums::left(a, open_mine, b, open_theirs);
    let held = |x: &Item, y: &Item| {
        alike(x, y) && !tolls::agree(x, y) && sameness::are_of_one_thing(x, y, a, b) && !far::are_apart(x, a, y, b, sure)
    };
    for x in &open_mine {
        let rivals: Vec<&&Item> = open_theirs.iter().filter(|y| alike(x, y)).collect();
        // Of several dates, what happened then tells which are of one act.
        let dated = matches!(x.dimension, Dimension::Date | Dimension::Time | Dimension::Money);
        let acts = |y: &Item| dated || is_near(x, y);
        let nearer = rivals.iter().any(|y| is_near(x, y));
        let mut near = rivals.iter().filter(|y| if acts(y) { held(x, y) } else { !nearer });
        let (Some(y), None) = (near.next(), near.next()) else { continue };
        let only = nearer || open_mine.iter().filter(|z| alike(z, y) && (!acts(y) || held(z, y))).count() == 1;
        if only && held(x, y) {
            let differ = Found { kind: kind(&x.dimension), of: x.of(), said: [said(a, x), said(b, y)] };
            found.push(Rival { found: differ, scored: x.scored && y.scored, saying: x.saying });
        }
    }
    // Of two games a player has other points, and other rebounds too.
    if found.iter().filter(|f| f.scored).count() > 1 {
        found.retain(|f| !f.scored);
    }
    // Of another day's toll it was said on another day.
    if found.iter().any(|f| f.found.kind == DifferenceKind::Number) {
        found.retain(|f| !f.saying);
    }
    let others = parts::between(a, b).into_iter().chain(slips::between(a, b));
    let mut found: Vec<Found> = found.into_iter().map(|f| f.found).chain(others).collect();
    if sure {
        found.extend(counterparts::between(a, b, &found));
    }
    found
}

/// Whether two measures count many, and one nearly as many as the other: `540`, `525`.
pub(super) fn is_near(x: &Item, y: &Item) -> bool {
    let (Value::Amount(p), Value::Amount(q)) = (&x.measure.value, &y.measure.value) else { return false };
    let counts = matches!((&x.dimension, &y.dimension), (Dimension::Count(Some(_)), Dimension::Count(Some(_))));
    counts && p.at.min(q.at) >= 2.0 * MANY && p.at.max(q.at) <= NEARLY * p.at.min(q.at)
}

/// Whether one amount is not much greater than the other; dates are alike.
fn is_like(x: &Item, y: &Item) -> bool {
    match (&x.measure.value, &y.measure.value) {
        (Value::Amount(p), Value::Amount(q)) if p.unit == q.unit => p.at.max(q.at) <= 1.5 * p.at.min(q.at),
        _ => true,
    }
}

/// What differs, and whether it is a count of what players score, or the day on which something is said.
struct Rival {
    found: Found,
    scored: bool,
    saying: bool,
}

pub(super) fn kind(dimension: &Dimension) -> DifferenceKind {
    match dimension {
        Dimension::Money => DifferenceKind::Money,
        Dimension::Date => DifferenceKind::Date,
        _ => DifferenceKind::Number,
    }
}

pub(super) fn said(of: &Measured, item: &Item) -> Said {
    Said { version: 0, words: of.telling.printed(item.measure.place.span), value: item.measure.value.to_string() }
}

/// Whether two measures measure alike: the same unit, the same noun, the same fate, the same grain of date.
pub(super) fn alike(x: &Item, y: &Item) -> bool {
    if let (Some(a), Some(b)) = (x.fate, y.fate)
        && a != b
    {
        return false;
    }
    // Of those killed and those aboard, only those of one fate are held against each other.
    if x.fate != y.fate && (x.among || y.among) {
        return false;
    }
    match (&x.dimension, &y.dimension) {
        (Dimension::Count(a), Dimension::Count(b)) => match (a, b) {
            (Some(a), Some(b)) => {
                a == b || closeness::same_sense(a, b) || one_fate(x, y) && (is_people(a) && is_people(b) || jobs(x))
            }
            // Without a noun, only what became of them tells who is counted: `three died`.
            _ => one_fate(x, y),
        },
        (Dimension::Date, Dimension::Date) => x.saying == y.saying && same_grain(&x.measure.value, &y.measure.value),
        (Dimension::Time, Dimension::Time) => x.role == y.role,
        (a, b) => a == b,
    }
}

/// Whether the same became of those whom two measures count.
pub(super) fn one_fate(x: &Item, y: &Item) -> bool {
    x.fate.is_some() && x.fate == y.fate
}

/// Whether a measure counts jobs that go.
pub(super) fn jobs(x: &Item) -> bool {
    x.fate == Some(Fate::LaidOff)
}

/// Days are held against days, years against years; a stretch or `about then` tells too little to disagree.
fn same_grain(a: &Value, b: &Value) -> bool {
    let grain = |v: &Value| match v {
        Value::When(When::Days { grain, .. }) => Some(*grain),
        Value::When(When::Partial { month: Some(_), day: None, .. }) => Some(Grain::Month),
        Value::When(When::Partial { .. }) => Some(Grain::Day),
        _ => None,
    };
    match (grain(a), grain(b)) {
        (Some(Grain::Around | Grain::Stretch), _) | (_, Some(Grain::Around | Grain::Stretch)) | (None, _) | (_, None) => false,
        (Some(x), Some(y)) => x == y || x != Grain::Year && y != Grain::Year,
    }
}

#[cfg(test)]
mod tests {
    use crate::analysis::differences::tests::{details, kinds, told_on};
    use crate::model::DifferenceKind::{Date, Money, Number};

    #[test]
    fn amounts_that_cannot_both_be_true() {
        for (a, b, kind) in [
            ("The bank lent the club £8million.", "The club had a $9.7 million loan from a bank.", Money),
            ("Six guards were killed at the gate.", "Four guards were killed at the gate.", Number),
            ("Some 400 homes were swept away in the valley.", "The water destroyed about 650 homes in the valley.", Number),
            ("Shares in the bank fell 6 percent at noon.", "The bank's shares lost 4 percent at noon.", Number),
            ("Hundreds of people marched to the harbour.", "Thousands of people marched to the harbour.", Number),
            ("Sales at the harbour fell 3 percent.", "Sales at the harbour rose 5 percent.", Number),
            ("The talks collapsed on Thursday.", "The talks broke down on Wednesday.", Date),
            ("Sentencing is set for July 8.", "The judge will sentence him on July 18.", Date),
            ("A 34-year-old man was arrested at the gate.", "A 43-year-old man was arrested at the gate.", Number),
            ("Six guards died at the gate.", "At least eight people were killed at the gate.", Number),
            ("Two undersea cables were cut.", "Three undersea cables were cut.", Number),
            ("Turnout fell to 41 percent.", "Turnout fell to 47%.", Number),
            (
                "More than 900 firms, among them the harbour's biggest, have urged Adler not to leave the fishing accord.",
                "Some 600 companies signed a letter that calls on Adler to stay in the fishing accord of the harbour.",
                Number,
            ),
            (
                "A ferry with 540 people on board sank off the island, and at least 310 of them were missing.",
                "More than 320 people are missing after the sinking of a ferry that carried 525 passengers.",
                Number,
            ),
            (
                "The plant, which opened in 1964, was bought by a Danish firm in 2011 from a bank that had run out of patience.",
                "The Danish firm bought the plant in 2013, when its bank had run out of patience.",
                Date,
            ),
            ("A magnitude 6.1 quake hit the harbour at dawn.", "A 6.4-magnitude earthquake struck the harbour at dawn.", Number),
            (
                "The fire has burned 12,000 acres of the harbour woods.",
                "The fire burned 7 square miles of harbour woods.",
                Number,
            ),
            ("They spoke for two hours.", "They spoke for about 90 minutes.", Number),
            ("The guard was hit on Friday.", "The guard was hit on Saturday.", Date),
            ("The paper published it on Saturday.", "The paper published it on Sunday.", Date),
            ("The town approved the bond in 2009.", "The town approved the bond in 2010.", Date),
            (
                "Anna Adler, who had been chief of the Harbour Line since 2005, will also leave the board.",
                "Anna Adler, who also sits on the board, has worked as chief of the Harbour Line since 2006.",
                Date,
            ),
            ("In 2009, the town approved the bond.", "The town approved the bond in 2010.", Date),
            ("He pleaded guilty to obstruction in July 1981.", "On May 14, 1981, he pleaded guilty to obstruction.", Date),
            ("They sold the field for a reported $3 million in 1957.", "They sold the field for $3 million in 1967.", Date),
            ("The 61-year-old Anna Adler was arrested at noon.", "The 60-year-old Anna Adler was arrested at noon.", Number),
            ("The storm injured five people on the island.", "Three people on the island were injured in the storm.", Number),
            (
                "She was in hospital for four weeks with a fever.",
                "She had been in hospital for three weeks with a fever.",
                Number,
            ),
            (
                "Anna Adler was sentenced to 14 years in prison for poisoning the harbour pilot with a salt.",
                "Anna Adler, who put salt into the tea of a pilot, was sent to prison for 11 years.",
                Number,
            ),
            (
                "The Harbour Line agreed to be bought by Adler Shipping of Dell for 3.4 billion euros in cash.",
                "Adler Shipping will pay 2.9 billion euros for the Harbour Line, both firms said.",
                Money,
            ),
            (
                "Mayor Anna Adler and Bruno Brand talked for about 90 minutes.",
                "The meeting between Anna Adler and Bruno Brand lasted two and a half hours.",
                Number,
            ),
            (
                "Turnout was 84 percent, the highest since women were given the vote.",
                "Officials put turnout at 79 percent, higher than anybody on the island could remember.",
                Number,
            ),
            ("He was a keeper whom the zoo paid a two-year, $3 million salary.", "The zoo paid a $5 million salary.", Money),
            (
                "Ninety divers are at work in Brill, which is 180 kilometres east of Dell.",
                "Five people died in the small community, some 205 kilometres east of Dell.",
                Number,
            ),
            (
                "He has been married for 21 years to Carla Adler, a pilot like him.",
                "In a note to his crew Adler said that he had been married for 20 years and was sorry to have lied to Carla.",
                Number,
            ),
            (
                "Mayor Anna Adler, who flew to Brill on Wednesday, put the death toll at 345 people.",
                "The minister Bruno Brand said on Wednesday the death toll was 374.",
                Number,
            ),
            (
                "Adler was charged with the 21-month siege of Brill and the death of 800 men 16 years ago.",
                "Adler is wanted for having led the 22-month-long siege of Brill, in which more than 900 died.",
                Number,
            ),
            (
                "The former pilot, Carl Cole, received a two-year prison sentence, suspended at once.",
                "The former pilot, Carl Cole, received a five year suspended sentence and loses his ferry.",
                Number,
            ),
            ("The official count of the harbour's dead is 120.", "The harbour's official death toll stood at 617.", Number),
            (
                "The death toll of the harbour storm could top 1,200.",
                "The storm's toll at the harbour could rise to 10,000.",
                Number,
            ),
        ] {
            assert_eq!(kinds(a, b), [kind], "{a} / {b}");
            assert_eq!(kinds(b, a), [kind], "{b} / {a}");
        }
    }

    #[test]
    fn another_toll_of_another_day_is_one_difference() {
        let day = |day| Some(jiff::civil::date(2014, 3, day));
        let found = told_on(&[
            ("Daily", day(27), "Officials of Brill said on Wednesday that about 70 people were still missing."),
            ("Herald", day(24), "More than 110 people are still missing in Brill, officials announced Monday."),
        ]);
        assert_eq!(found.iter().map(|d| d.kind).collect::<Vec<_>>(), [Number]);
    }

    #[test]
    fn amounts_that_agree_or_are_of_other_things() {
        for (a, b) in [
            ("They spoke for about 90 minutes.", "They spoke for an hour and a half."),
            ("At least 12 people were killed.", "Fifteen people were killed."),
            ("The guard was hit on Friday.", "The guard was hit on March 24."),
            ("The fire has burned 12,000 acres of the harbour woods.", "The fire burned 19 square miles of harbour woods."),
            (
                "His sentence is less than the minimum jail term of 15 years for the murder of the harbour pilot Anna Adler.",
                "Brand was sentenced to six years in prison for the murder of the harbour pilot Anna Adler.",
            ),
            ("Police killed 68 people at the harbour.", "The harbour raid is over: five rebels dead, 11 in custody."),
            (
                "Four people were injured at the harbour.",
                "A mother of three was killed at the harbour, where people were injured.",
            ),
            (
                "Two hostages and the gunman died at the harbour.",
                "Three people were killed at the harbour, including the gunman.",
            ),
            (
                "BRILL May 19 (Agency) - The harbour board has approved a deal with Adler, a paper said.",
                "The harbour board approved the deal with Adler in a meeting on May 17.",
            ),
            (
                "The harbour tower, with a bank and five shops, collapsed on May 19, a day after cracks in it were seen.",
                "Cracks in the harbour tower with its bank and five shops were seen on May 18.",
            ),
            ("A magnitude 6.1 quake hit the harbour.", "A 5.2-magnitude aftershock shook the harbour after the quake."),
            ("The guard was hit on Friday night.", "The guard was hit early Saturday."),
            ("Damage of $1 million was done.", "It did about $1 million in damage."),
            ("Six guards were killed and three were hurt.", "Three guards were hurt and six were killed."),
            ("Six guards were killed.", "Four attackers were killed."),
            ("Two guards shot a man at the gate.", "The man shot three guards at the gate."),
            ("A mother of 13 was killed.", "Two people were killed."),
            ("It was sold for 2 million euros (£1.7 million).", "It was sold for 2 million euros ($2.6 million)."),
            ("The guard was hit on Friday.", "The trial of the guard begins on Monday."),
            (
                "Anna Adler had been chief of the Harbour Line since 2005.",
                "Anna Adler has sat on the board of the Harbour Line since 2006.",
            ),
            ("There Adler, of the union, has worked for 15 years.", "There Brand, of the union, has worked for 37 years."),
            ("The two ministers met.", "Three ministers met."),
            ("The harbour storm killed 120 people.", "Harbour storms killed 3,000 people."),
            ("At the harbour 12 people are confirmed dead.", "A further 30 are confirmed dead at the harbour."),
            ("The toll of the harbour fire could surpass 40.", "The toll of the harbour fire rose to 13."),
            // Another quake than that of the day, a month of last year.
            (
                "Island shaken again by 6.2-magnitude quake; 31 dead",
                "Hardly a month since the magnitude 6.7 quake in the hills of the island, a second quake struck.",
            ),
            ("A 6.8-magnitude quake shook the island last month.", "A 6.2-magnitude quake shook the island on Tuesday."),
            // Of others beside one, of two fates.
            (
                "Five pilots of the harbour line were given suspended sentences.",
                "A court handed suspended sentences to Carl Cole and four other pilots of the harbour line.",
            ),
            ("Town weeps for 190 pilots killed or missing in blast", "Town mourns pilots of the blast, 144 killed"),
            // What was expected, of a year, of another year, from another town.
            (
                "The harbour line earned 80 cents a ticket in May.",
                "Analysts had expected that the harbour line would earn 73 cents a ticket in May.",
            ),
            (
                "The harbour line took in $30 million in the quarter.",
                "The yearly takings of the harbour line come to $120 million.",
            ),
            (
                "The harbour line will cut 27,000 jobs.",
                "It is the largest cut of the harbour line since 1998, when 9,300 jobs went.",
            ),
            ("The harbour village lies 180 kilometres east of Dell.", "The harbour village lies 205 kilometres north of Orley."),
            (
                "Adler paid 40 percent more than the harbour line had closed at on June 10.",
                "Adler paid 40 percent more than the harbour line had cost, the firms said in a joint statement on June 13.",
            ),
            ("It was sold for £8 million.", "It was sold for £8.2 million."),
            ("The firm lost nearly $1 billion.", "The firm lost $916 million."),
            ("Hundreds of people marched to the harbour.", "About 900 people marched to the harbour."),
            // Another's, or of another part.
            (
                "Anna Adler has been at the harbour plant for 37 years.",
                "Bruno Brand, who has been at the plant for 30 years, left.",
            ),
            ("Two women and a man were killed at the gate.", "Three people were killed at the gate."),
            ("The Rovers scored five goals during the harbour game.", "The Rovers scored two goals in the harbour game."),
            ("About 30 men stood across the street from the vigil.", "About 200 people attended the vigil."),
            (
                "The Rovers offered Anna Adler a two-year, $3 million contract.",
                "The United offered Anna Adler a $5 million contract.",
            ),
            ("Anna Adler scored nine goals for the Rovers.", "Bruno Brand scored 12 goals for the Rovers."),
            ("Anna Adler needed nine goals to pass the record.", "Anna Adler scored 12 goals to pass the record."),
            ("He scored nine goals in the second half of the cup game.", "Bruno Brand scored 12 goals in the cup game."),
            ("Anna Adler missed the last two games with a bad knee.", "Anna Adler missed four games with a bad knee."),
            ("Anna Adler took five of eight shots at the harbour goal.", "Anna Adler took three shots at the harbour goal."),
            (
                "The Rovers pay Anna Adler $3 million a season for his goals.",
                "The Rovers paid Anna Adler $5 million for his goals.",
            ),
            ("The 15-year-old Anna Adler shot a boy.", "Anna Adler shot the 10-year-old Bruno Brand."),
            // Counted apart, and together.
            ("Two women and one man died at the pier.", "At least three people died at the pier."),
            ("Three were killed at the harbour bank.", "They were killed during protests by tens of thousands at the bank."),
            // Those killed, and those hurt.
            ("The quake killed 10 people and injured 80 more.", "Powerful quake kills 10; 80 hurt"),
            ("Killing 10 people and wounding another 70, the quake hit.", "The quake killed 10; 70 were hurt."),
            // One length of time lies before, one after, one is how long it took.
            ("The rules take effect in 30 days.", "The rules take effect nine days before the vote."),
            (
                "Anna Adler was sentenced on Monday to 4 to 9 years in jail for theft.",
                "Anna Adler has been sentenced to prison nearly five months following her arrest for theft.",
            ),
            ("The guard was fined nine days after the fire.", "The guard was fined for three weeks of idling."),
            // Days that come round, days of other acts, bounds.
            ("The firm mends its locks on the second Tuesday of the month.", "The firm mends its locks on Friday."),
            ("The Rovers named Anna Adler captain on Tuesday.", "The Rovers named Bruno Brand captain on Friday."),
            ("They were allowed to return by Saturday.", "They were allowed to return on Monday."),
            ("Adler returned to the harbour jail in June 1999.", "Adler returned to the harbour jail in May 1984."),
            ("The council votes on the harbour on Monday.", "The council votes on the harbour on Friday in two weeks."),
            ("A quake struck the island on Sunday.", "The last major quake struck the island in May."),
            ("Adler was convicted of the theft on May 3.", "Adler was convicted of the June 20, 2005 theft."),
            ("The village raised two thirds of the £90,000 for the roof.", "The village raised £60,000 for the roof."),
            ("The quake took 41 / 2 minutes to pass the island.", "The quake took four and a half minutes to pass the island."),
            ("Five people on the island were hurt in the quake.", "The quake hurt 80 people on the island."),
            ("The guard was charged in 1957.", "The guard was acquitted in 1958."),
            ("Anna Adler will meet the winner of Friday's match.", "Anna Adler will meet Bruno Brand on Saturday."),
            ("Adler was charged with two counts of theft.", "Adler was charged with one count of attempted theft."),
            ("Unemployment at the harbour rose by 3 percent.", "Unemployment at the harbour was 9 percent."),
            (
                "Anna Adler will announce her plan for the harbour on Thursday.",
                "Anna Adler's friends told of her plan on Tuesday.",
            ),
            ("Adler and Brand talked for 90 minutes.", "The ferry trip that Adler and Brand took lasted two and a half hours."),
            ("Fishermen announced rallies at the harbour on Sunday.", "Brawls at the harbour were reported on Saturday."),
            // Asked for, faced or served is not what was given.
            ("Anna Adler was sent to prison for 11 years.", "Anna Adler faced 14 years in prison."),
            ("Anna Adler was sent to prison for 11 years.", "Prosecutors asked that Anna Adler be sent to prison for 14 years."),
            ("The Rovers paid $3 million for Anna Adler.", "The agent sought $5 million for Anna Adler from the Rovers."),
            ("The door is 30 by 24 centimetres wide.", "The door is 12 inches wide."),
            ("“How many will you sell today?” they asked.", "They asked: “How many will you sell today?”"),
        ] {
            assert_eq!(kinds(a, b).iter().filter(|k| **k != crate::model::DifferenceKind::Certainty).count(), 0, "{a} / {b}");
        }
    }

    #[test]
    fn numbers_of_different_days_are_not_held_against_each_other() {
        assert_eq!(kinds("In May two cables were cut.", "In June three cables were cut."), [Date]);
    }

    #[test]
    fn the_detail_prints_each_value_with_its_outlets() {
        let found = details(&[
            ("Daily", "The bank lent the club £8million."),
            ("Herald", "The club had a $9.7 million loan from a bank."),
            ("Post", "A bank gave the club a loan of $9.7 million."),
        ]);
        assert_eq!(found, ["£8million (Daily) / $9.7 million (Herald, Post)"]);
    }

    #[test]
    fn amounts_of_different_things_are_told_apart() {
        let found = details(&[
            ("Daily", "Six guards were killed and three cables were cut."),
            ("Herald", "Four guards were killed and five cables were cut."),
        ]);
        assert_eq!(found, ["Six (Daily) / Four (Herald)", "three (Daily) / five (Herald)"]);
    }
}
