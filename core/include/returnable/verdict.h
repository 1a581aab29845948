// The answer, with its grounds. Codes, days and citations only: a shopper's words live in the web layer.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "returnable/case.h"
#include "returnable/date.h"

namespace returnable {

/// A name or text of a pack, or a code of this library: not copied, and good for as long as the verdict (or a copy of
/// it) or the library that it came from.
using Text = std::string_view;

/// Several of them. The list itself is not copied either, and good only for as long as the verdict or a copy of it: the
/// library does not keep it.
using Texts = std::span<const Text>;

/// Two days that bracket an answer. Either may be missing where it hangs on a date that was not given.
struct DateRange {
    std::optional<Date> first, last;
    bool operator==(const DateRange&) const = default;
};

/// Where a pack keeps a part of a verdict as it is written; `nowhere` for one that was made or changed by hand.
inline constexpr std::size_t nowhere = SIZE_MAX;

struct Clause {
    Text id, source, section, says;
    std::size_t place = nowhere;
};

/// One reading of a point on which sources disagree. One that is set aside (`counts` false) is shown, never used.
struct Reading {
    Text value, why;
    bool counts = true;
    Texts clauses;
};

struct Conflict {
    Text id, slot;
    std::span<const Reading> readings;
    Texts clauses;  ///< of an ambiguity that has no readings
    std::size_t place = nowhere;
};

struct Reason {
    Text rule, slot;
    Text held;  ///< "yes", or "unknown" where an open fact decides whether the rule applies
    Text says;  ///< for grounds and condition: "yes", "no", "may" or "depends"; else empty
    Texts clauses;
    std::size_t place = nowhere;
};

/// A fact that the answer takes for granted. `value` CannotSay = it is taken as not having happened.
struct Assumption {
    Text fact;
    std::variant<CannotSay, bool, Text> value;
    std::optional<std::pair<std::int64_t, std::int64_t>> range;  ///< instead of value, for a number
    bool ours = false;                                           ///< a figure that no source gives
    std::size_t place = nowhere;
};

struct Step {
    Text id, actor, state;  ///< state: done, skipped, due, waiting, overdue, later
    DateRange opens, act_by;
    std::optional<Date> done_on, advised_by;
    bool projected = false;
    Texts clauses;
};

/// The length of the buyer's window, there before any date is known.
struct WindowLength {
    Text after, unit;
    std::int64_t safe = 0, last = 0;
};

struct Entitlement {
    Text remedy, kind, policy, status;
    std::optional<WindowLength> window;
    std::optional<DateRange> opens, act_by;  ///< act_by: first = safe
    bool act_by_unknown = false;             ///< no source gives an end
    std::optional<Texts> return_shipping;
    std::optional<DateRange> refund_by;
    Text refund_basis;  ///< "stated" or "estimate"
    std::vector<Step> steps;
    Texts evidence, advice;
    std::vector<Reason> reasons;
    std::vector<Conflict> conflicts;
    std::vector<Assumption> assumes;
    Texts missing, silent_on;
    /// act_by, opens, refund_by: the dates and numbers without which a side of it is unknown.
    std::vector<std::pair<Text, Texts>> hangs_on;
    Texts support, location;  ///< where to turn to, where to hand it in: codes like advice
    Texts warnings;           ///< what must not be done now, however it looks: codes like advice, to stand beside the headline
    Texts problems;           ///< "outside_calendar": a day needed lies outside 1970 to 2199
};

struct ItemVerdict {
    std::string id;
    Text status;
    std::vector<Entitlement> entitlements;  ///< best first
    Text unserved_want;                     ///< what the case wants and no entitlement here serves; else empty
};

/// The best thing to do now, by reference. `entitlement` is empty where there is none.
struct Headline {
    std::string item;
    std::optional<std::size_t> entitlement;
    Text phase;  ///< start, your_turn, waiting, late, done
};

struct Question {
    Text fact;
    std::vector<std::string> items;
    std::vector<Text> why;  ///< why: the slots that the answer could change, weightiest first
    bool bonus = false;     ///< the answer is yes already; only a later last day could be gained
};

struct Verdict {
    Date as_of{};
    Text policy, checked_on;
    Headline headline;
    std::vector<ItemVerdict> items;
    std::optional<Question> next_question;
    std::vector<Clause> clauses;        ///< those that the verdict cites, by id
    std::shared_ptr<const void> keeps;  ///< what the texts and their lists belong to
};

}  // namespace returnable
