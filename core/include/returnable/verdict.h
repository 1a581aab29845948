// The answer, with its grounds. Codes, days and citations only: a shopper's words live in the web layer.
// A verdict owns all that it says. A part of it may be copied out and outlives the verdict and the library.
//
//     ```cpp
//     #include <cstdio>
//     #include <returnable/engine.h>
//
//     int main() {
//         using namespace returnable;
//         const Library library = builtin_library();
//         Case order;
//         order.as_of = *parse_date("2026-05-10");
//         order.facts = {{"marketplace", library.packs().at(0).id}, {"reason", "damaged"}, {"received_on", "2026-05-04"}};
//         const Entitlement best = check(library, order)->items.at(0).entitlements.at(0);
//         std::printf("%s: %s\n", best.remedy.c_str(), name_of(best.status));
//         for (const Step& step : best.steps) std::printf("  %s: %s\n", step.id.c_str(), name_of(step.state));
//     }
//     ```
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "returnable/calendar.h"
#include "returnable/case.h"
#include "returnable/date.h"

namespace returnable {

/// Whether a remedy can be had on the day that the case is asked for.
///   allowed      yes, by every reading that counts and whatever the open facts turn out to be
///   conditional  something not known decides: see `missing` and `silent_on`
///   contested    all that matters is known, and readings that count disagree: see `conflicts`
///   not_yet      opens later     expired  the last possible day is past     refused  a rule says no
///   not_covered  no rule speaks of it, which is not a no
enum class Status : std::uint8_t { allowed, conditional, contested, not_yet, expired, refused, not_covered };

/// Where a step stands, in order of progress. `waiting`: it is somebody else's turn, in time. `skipped`: its own event is
/// not given though that of a later step is.
enum class StepState : std::uint8_t { later, waiting, due, overdue, skipped, done };

/// Where the whole matter stands: nothing begun, the buyer's turn, others' turn, others are late, the money has come.
enum class Phase : std::uint8_t { start, your_turn, waiting, late, done };

/// Who pays.
enum class Payer : std::uint8_t { buyer, seller, platform };
/// Who acts.
enum class Actor : std::uint8_t { buyer, seller, platform, carrier, bank };
/// `statutory`: what a law gives; in a verdict it stands behind all promises and before all last resorts.
enum class RemedyKind : std::uint8_t { promise, last_resort, statutory };
/// Whether a day rests on what a source states, or on an estimate of a source or of the pack.
enum class Basis : std::uint8_t { stated, estimate };
/// Whether a rule held, or hangs on an open fact.
enum class Held : std::uint8_t { yes, unknown };
/// What a rule says of grounds or condition. `may`: its source hedges, which counts as a yes and as a no. `depends`: on
/// something that no fact can tell. `nothing`: it is a rule for another slot.
enum class Says : std::uint8_t { nothing, yes, no, may, depends };

/// The word of packs and JSON ("not_yet", …), in storage that is always there; empty for a value that is none of the above.
const char* name_of(Status status);
/// The same of a step's state.
const char* name_of(StepState state);
/// The same of a phase ("your_turn", …).
const char* name_of(Phase phase);
/// The same of a payer.
const char* name_of(Payer payer);
/// The same of an actor.
const char* name_of(Actor actor);
/// The same of a kind.
const char* name_of(RemedyKind kind);
/// The same of a basis.
const char* name_of(Basis basis);
/// The same of what a rule did.
const char* name_of(Held held);
/// The same of what a rule says; empty for Says::nothing too.
const char* name_of(Says says);

/// Two days that bracket an answer, both inclusive. Either is missing where it hangs on a date that was not given.
struct DateRange {
    std::optional<Date> first;  ///< the earlier one
    std::optional<Date> last;   ///< the later one
    bool operator==(const DateRange&) const = default;
};

/// A sentence about a source, in the pack's own words.
struct Clause {
    std::string id;       ///< by which rules cite it
    std::string source;   ///< the title of its source
    std::string section;  ///< where in the source
    std::string says;     ///< the sentence
    std::string tier;     ///< how much the source weighs; empty: not known, as for the next two
    std::string link;     ///< the source's address
    std::string text_of;  ///< the day of the version that was read
    bool operator==(const Clause&) const = default;
};

/// One reading of a point on which sources disagree. One that is set aside (`counts` false) is shown, never used.
struct Reading {
    std::string value;                 ///< what it says
    std::string why;                   ///< why it is set aside; else empty
    bool counts = true;                ///< whether it has a part in the answer
    std::vector<std::string> clauses;  ///< ids, here and below
    bool operator==(const Reading&) const = default;
};

/// A point on which sources disagree.
struct Conflict {
    std::string id;                    ///< its name in the pack
    std::string slot;                  ///< the aspect of the remedy that it is about
    std::vector<Reading> readings;     ///< what the sides say
    std::vector<std::string> clauses;  ///< of an ambiguity that has no readings
    bool operator==(const Conflict&) const = default;
};

/// A rule that had a part in the answer, or the remedy itself (slot "remedy").
struct Reason {
    std::string rule;                  ///< its id
    std::string slot;                  ///< the aspect of the remedy that it decides
    Held held = Held::yes;             ///< whether it held
    Says says = Says::nothing;         ///< of grounds or condition
    std::vector<std::string> clauses;  ///< on which it rests
    bool operator==(const Reason&) const = default;
};

/// A fact that the answer takes for granted.
struct Assumption {
    std::string fact;                                            ///< its name
    std::variant<CannotSay, bool, std::string> value;            ///< CannotSay: taken as not having happened
    std::optional<std::pair<std::int64_t, std::int64_t>> range;  ///< in place of `value`, for a number: least and most
    bool own_guess = false;                                      ///< a figure that no source gives
    bool operator==(const Assumption&) const = default;
};

/// One thing to do or to wait for.
struct Step {
    std::string id;                      ///< its code
    Actor actor = Actor::buyer;          ///< whose turn it is
    StepState state = StepState::later;  ///< where it stands
    DateRange opens;                     ///< earliest and sure
    DateRange act_by;                    ///< safe and last
    std::optional<Date> done_on;         ///< the day of its event, where that is given
    std::optional<Date> advised_by;      ///< the day by which a source advises to do it
    bool projected = false;              ///< its days are reckoned as if each earlier step is done on the day it opens
    std::vector<std::string> clauses;    ///< on which it rests
    bool operator==(const Step&) const = default;
};

/// The length of the buyer's window, there before any date is known.
struct WindowLength {
    std::string after;                ///< the fact from whose day it is counted, day 0; empty: from a day worked out
    std::int64_t safe = 0;            ///< by every reading that counts
    std::int64_t last = 0;            ///< by the most generous one
    Unit unit = Unit::calendar_days;  ///< of both
    bool operator==(const WindowLength&) const = default;
};

/// One remedy, and what has to be known to use it.
struct Entitlement {
    std::string remedy;                     ///< its code
    RemedyKind kind = RemedyKind::promise;  ///< what it rests on
    std::string policy;                     ///< the pack whose promise this is
    std::string owed_by;                    ///< seller, platform, bank, payment_service: against whom it runs; empty: the pack does not say
    Status status = Status::not_covered;    ///< whether it can be had
    std::optional<WindowLength> window;     ///< how long the buyer has; empty: it ends by no length
    std::optional<DateRange> opens;         ///< earliest and sure
    std::optional<DateRange> act_by;        ///< safe: in time by every reading that counts; last: by the most generous one
    bool wanted = false;                    ///< serves what the case says it `wants`
    bool act_by_unknown = false;            ///< no source gives an end
    /// Who pays to send it back, the one to budget for first. None in the list: nothing is sent back. No list: no source says.
    std::optional<std::vector<Payer>> return_shipping;
    std::optional<DateRange> refund_by;  ///< earliest and latest
    Basis refund_basis = Basis::stated;  ///< of refund_by
    std::vector<Step> steps;             ///< in their order
    std::vector<std::string> evidence;   ///< codes: what to collect
    std::vector<std::string> advice;     ///< codes; at most three, most useful first
    std::vector<Reason> reasons;         ///< the rules that had a part
    std::vector<Conflict> conflicts;     ///< on which sources disagree
    std::vector<Assumption> assumes;     ///< what is taken for granted
    std::vector<std::string> missing;    ///< facts whose values could change something
    std::vector<std::string> silent_on;  ///< slots of which no source speaks
    /// By "act_by", "opens" and "refund_by": the dates and numbers without which a side of it is unknown.
    std::vector<std::pair<std::string, std::vector<std::string>>> hangs_on;
    std::vector<std::string> support;     ///< codes: where to turn to
    std::vector<std::string> location;    ///< codes: where to hand it in
    std::vector<std::string> warnings;    ///< codes: what must not be done now; to stand beside the headline
    std::vector<std::string> deductions;  ///< codes: what is taken off the money; what each is stands in the pack
    std::vector<std::string> problems;    ///< "outside_calendar": a day needed lies outside 1970 to 2199
    bool operator==(const Entitlement&) const = default;
};

/// The answer for one item.
struct ItemVerdict {
    std::string id;                         ///< of the item
    Status status = Status::not_covered;    ///< of its best promise
    std::vector<Entitlement> entitlements;  ///< best first
    std::string unserved_want;              ///< the word of `wants` that no entitlement here serves; else empty
    bool operator==(const ItemVerdict&) const = default;
};

/// The one fact that is most worth asking for next.
struct Question {
    std::string fact;                ///< its name
    std::vector<std::string> items;  ///< for which items
    std::vector<std::string> why;    ///< what its answer could change, weightiest first: "status", "act_by", …
    bool bonus = false;              ///< the answer is yes already; only a later last day could be gained
    bool operator==(const Question&) const = default;
};

/// The best thing that a law adds to what the headline's promise gives, by reference. The headline itself is the shop's.
struct Beside {
    std::string item;                  ///< its id
    std::size_t entitlement = 0;       ///< its place among the item's
    std::vector<std::string> adds;     ///< the slots in which it is better: "status", "act_by", "return_shipping", "refund_by"
    bool ends_first = false;           ///< its last day lies before the promise's safe one
    std::optional<Question> question;  ///< the open fact whose answer would change it
    bool operator==(const Beside&) const = default;
};

/// The best thing to do now, by reference.
struct Headline {
    std::string item;                        ///< its id
    std::optional<std::size_t> entitlement;  ///< its place among the item's; empty where there is none
    Phase phase = Phase::start;              ///< where the whole matter stands
    std::optional<Beside> beside;            ///< empty where no law adds anything, or the matter is done
    bool operator==(const Headline&) const = default;
};

/// The whole answer.
struct Verdict {
    Date as_of{};                           ///< the day for which it holds
    std::string policy;                     ///< the pack that answered
    std::optional<Date> checked_on;         ///< when its sources were read; empty where no edition of it is in force
    Headline headline;                      ///< what to look at first
    std::vector<ItemVerdict> items;         ///< in the order of the case
    std::optional<Question> next_question;  ///< empty where nothing asked could change the answer
    std::vector<Clause> clauses;            ///< those that the verdict cites, by id
    bool operator==(const Verdict&) const = default;
};

}  // namespace returnable
