//! Dates as Chinese, Japanese and Korean papers print them, in the way of others: `2026年3月3日（火） 14時05分 更新` →
//! `2026-3-3  14:05`. A line in, the line out that `dates` reads. Left out: years of an emperor's reign, digits in words.

use std::borrow::Cow;

/// What a sign behind digits makes of them.
const SIGNS: [(char, char); 14] = [
    ('年', '-'),
    ('月', '-'),
    ('日', ' '),
    ('号', ' '),
    ('時', ':'),
    ('时', ':'),
    ('分', ' '),
    ('秒', ' '),
    ('년', '-'),
    ('월', '-'),
    ('일', ' '),
    ('시', ':'),
    ('분', ' '),
    ('초', ' '),
];

/// Words that stand beside a date: weekdays, halves of the day, what happened then. The longer stand before what they begin with.
#[rustfmt::skip]
const BESIDE: [&str; 45] = [
    "月曜日", "火曜日", "水曜日", "木曜日", "金曜日", "土曜日", "日曜日", "星期一", "星期二", "星期三", "星期四", "星期五", "星期六",
    "星期日", "星期天", "周一", "周二", "周三", "周四", "周五", "周六", "周日", "午前", "午後", "上午", "下午", "오전", "오후",
    "最終更新", "更新", "公開", "配信", "掲載", "発行", "発表", "发布", "發布", "时间", "時間", "등록", "입력", "수정", "승인", "发表", "刊登",
];

/// Weekdays in brackets: `（火）`.
const DAYS: &str = "月火水木金土日一二三四五六월화수목금토일";

/// The line with its date in digits and hyphens, where it holds one of this kind.
pub fn plain(line: &str) -> Cow<'_, str> {
    let dated = |year: char, month: char| {
        let (Some(year), Some(month)) = (line.find(year), line.find(month)) else { return false };
        year < month && line.get(..year).is_some_and(|before| before.ends_with(|c: char| c.is_ascii_digit()))
    };
    if line.is_ascii() || !(dated('年', '月') || dated('년', '월')) {
        return Cow::Borrowed(line);
    }
    let mut out = String::with_capacity(line.len());
    let mut rest = line;
    while let Some(c) = rest.chars().next() {
        let digits = out.ends_with(|c: char| c.is_ascii_digit());
        let sign = SIGNS.iter().find(|(sign, _)| *sign == c && digits);
        let word = || BESIDE.iter().find(|word| rest.starts_with(**word));
        let (taken, put) = match sign {
            Some((_, put)) => (c.len_utf8(), *put),
            None if bracketed(rest).is_some() => (bracketed(rest).unwrap_or(0), ' '),
            None => match word() {
                Some(word) => (word.len(), ' '),
                None => (c.len_utf8(), c),
            },
        };
        rest = rest.get(taken..).unwrap_or("");
        if put == '-' || put == ':' {
            // `2026년 3월 3일`
            rest = rest.trim_start();
        }
        out.push(put);
    }
    Cow::Owned(out)
}

/// How many bytes a weekday in brackets at the start takes.
fn bracketed(text: &str) -> Option<usize> {
    let inner = text.strip_prefix(['(', '（'])?;
    let day = inner.chars().next().filter(|c| DAYS.contains(*c))?;
    let close = inner.get(day.len_utf8()..)?.chars().next().filter(|c| matches!(c, ')' | '）'))?;
    Some(text.len() - inner.len() + day.len_utf8() + close.len_utf8())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ingest::dates::{self, Printed};
    use jiff::civil::date;

    #[test]
    fn days_of_the_east_are_read() {
        for line in [
            "2026年3月3日 14時05分",
            "2026年3月3日（火） 14時05分 更新",
            "2026年03月03日14:05",
            "2026年3月3日 星期二",
            "2026년 3월 3일 오후 2시 5분",
            "입력 2026년 3월 3일",
            "公開 2026年3月3日",
        ] {
            assert_eq!(dates::whole(line), Some(Printed::Day(date(2026, 3, 3))), "{line} → {}", plain(line));
        }
    }

    #[test]
    fn sentences_and_other_dates_stay_as_they_are() {
        for line in ["2026年3月3日、市長は橋を閉鎖すると述べた。", "修理には三年と四月かかる", "前年同月比", "3月3日の橋"]
        {
            assert_eq!(dates::whole(line), None, "{line}");
        }
        for line in ["March 3, 2026", "前年同月比", "The 年 and the 月"] {
            assert!(matches!(plain(line), Cow::Borrowed(_)), "{line}");
        }
    }
}
