// The answer, with its grounds. Codes, days and citations only: a shopper's words live in the web layer.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "returnable/case.h"
#include "returnable/date.h"

namespace returnable {

/// Two days that bracket an answer. Either may be missing where it hangs on a date that was not given.
struct DateRange {
    std::optional<Date> first, last;
    bool operator==(const DateRange&) const = default;
};

struct Clause {
    std::string id, source, section, says;
};

/// One reading of a point on which sources disagree. One that is set aside (`counts` false) is shown, never used.
struct Reading {
    std::string value, why;
    bool counts = true;
    std::vector<std::string> clauses;
};

struct Conflict {
    std::string id, slot;
    std::vector<Reading> readings;
    std::vector<std::string> clauses;  ///< of an ambiguity that has no readings
};

struct Reason {
    std::string rule, slot;
    std::string held;  ///< "yes", or "unknown" where an open fact decides whether the rule applies
    std::string says;  ///< for grounds and condition: "yes", "no", "may" or "depends"; else empty
    std::vector<std::string> clauses;
};

/// A fact that the answer takes for granted. `value` CannotSay = it is taken as not having happened.
struct Assumption {
    std::string fact;
    FactValue value;
    std::optional<std::pair<std::int64_t, std::int64_t>> range;  ///< instead of value, for a number
    bool ours = false;                                           ///< a figure that no source gives
};

struct Step {
    std::string id, actor, state;  ///< state: done, due, waiting, overdue, later
    DateRange opens, act_by;
    std::optional<Date> done_on, advised_by;
    bool projected = false;
    std::vector<std::string> clauses;
};

/// The length of the buyer's window, there before any date is known.
struct WindowLength {
    std::string after, unit;
    std::int64_t safe = 0, last = 0;
};

struct Entitlement {
    std::string remedy, kind, policy, status;
    std::optional<WindowLength> window;
    std::optional<DateRange> opens, act_by;  ///< act_by: first = safe
    bool act_by_unknown = false;             ///< no source gives an end
    std::optional<std::vector<std::string>> return_shipping;
    std::optional<DateRange> refund_by;
    std::string refund_basis;  ///< "stated" or "estimate"
    std::vector<Step> steps;
    std::vector<std::string> evidence, advice;
    std::vector<Reason> reasons;
    std::vector<Conflict> conflicts;
    std::vector<Assumption> assumes;
    std::vector<std::string> missing, silent_on;
    /// act_by, opens, refund_by: the dates and numbers without which a side of it is unknown.
    std::vector<std::pair<std::string, std::vector<std::string>>> hangs_on;
    std::vector<std::string> support, location;  ///< where to turn to, where to hand it in: codes like advice
    std::vector<std::string> problems;           ///< "outside_calendar": a day needed lies outside 1970 to 2199
};

struct ItemVerdict {
    std::string id, status;
    std::vector<Entitlement> entitlements;  ///< best first
};

/// The best thing to do now, by reference. `entitlement` is empty where there is none.
struct Headline {
    std::string item;
    std::optional<std::size_t> entitlement;
    std::string phase;  ///< start, your_turn, waiting, late, done
};

struct Question {
    std::string fact;
    std::vector<std::string> items, why;  ///< why: the slots that the answer could change, weightiest first
    bool bonus = false;                   ///< the answer is yes already; only a later last day could be gained
};

struct Verdict {
    Date as_of{};
    std::string policy, checked_on;
    Headline headline;
    std::vector<ItemVerdict> items;
    std::optional<Question> next_question;
    std::vector<Clause> clauses;  ///< those that the verdict cites, by id
};

}  // namespace returnable
