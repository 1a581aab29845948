// A policy pack, read and compiled: names are indices, conditions are trees. Pure data; nothing here decides.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/bit_set.h"
#include "pack/dictionary.h"
#include "returnable/calendar.h"
#include "returnable/date.h"
#include "verdict/verdict_view.h"

namespace returnable {

inline constexpr std::size_t max_facts = FactSet::room;
using RemedySet = std::uint32_t;
using Index = std::uint16_t;
inline constexpr Index none = 0xFFFF;

// A day, or a span of days, worked out from events.
struct DateExpr {
    // `on`: the day `least`; with a part, the first day from that part on with the month and day of `least`, a day of 1970.
    enum class Kind : std::uint8_t { fact, step, after, on, earlier_of, later_of, first_of, opening, window_end, as_of };
    Kind kind = Kind::as_of;
    Index index = none;  // fact or step
    std::vector<DateExpr> parts;
    std::int64_t least = 0, most = 0;  // length of `after`
    FactId length_fact = no_fact;      // the length is this number, but at least `least`
    Unit unit = Unit::calendar_days;
    Roll roll = Roll::none;
    bool operator==(const DateExpr&) const = default;
};

struct Condition {
    enum class Kind : std::uint8_t { all, any, negation, value_in, number, more_than, happened, reading, past, reached, before };
    Kind kind = Kind::all;
    std::vector<Condition> parts;
    FactId fact = no_fact, other = no_fact;
    std::uint64_t classes = 0;         // value_in: which classes pass
    std::vector<std::int64_t> values;  // value_in, before classes are known
    std::int64_t least = 0, most = 0;  // number
    bool expected = true;              // happened
    Index conflict = none;             // reading
    std::uint32_t readings = 0;
    DateExpr moment;  // past, reached, before
    DateExpr than;    // before: `moment` lies before this day, both known
};

// What a pack says of a fact: what holds where it is absent, and which values its rules tell apart.
struct FactUse {
    // not_happened: its absence is itself known, unless `open_when` holds; it is not asked for and nothing else is tried.
    enum class Absent : std::uint8_t { open, assumed, unstated, not_happened };
    Absent absent = Absent::open;
    Condition open_when;  // of one that may not have happened: where this holds, it has, and its value is open
    bool has_open_when = false;
    std::vector<std::int64_t> open_values;                       // while it is open, only these are tried; empty: all
    std::int64_t assumed = 0;                                    // bool or value index
    std::optional<std::pair<std::int64_t, std::int64_t>> range;  // a number not given lies in here
    bool ours = false;                                           // the range is our own guess, from no source
    std::vector<std::uint8_t> class_of;                          // value index -> class; equal classes act alike
    std::vector<std::int64_t> example;                           // class -> one value of it
    std::string hint;                                            // where to look it up
};

struct ReadingSpec {
    std::string id, value, why;
    bool counts = true;
    std::vector<Index> clauses;
    std::vector<Text> cites;  // the names of the clauses
};

struct ConflictSpec {
    std::string id, says;
    Index slot = none;
    RemedySet remedies = ~RemedySet{0};
    Condition when;
    std::vector<ReadingSpec> readings;
    std::vector<Index> clauses;          // of a point that nobody reads in a second way
    std::vector<Text> cites;             // their names
    BitSet cited;                        // those, and the clauses of its readings
    std::vector<view::Reading> shown;    // the readings as a verdict shows them
    std::vector<std::uint8_t> counting;  // readings that count, one of each kind that rules tell apart
};

struct RemedySpec {
    std::string id;
    bool promise = true;     // the shop's own
    bool statutory = false;  // a law's; neither of the two: a last resort
    std::string owed_by;     // against whom it runs
    Condition when, leads;   // leads: where it holds, this remedy comes first
    bool has_leads = false;
    Condition settled;  // where it holds, the buyer has been granted this: no window or posting day ends it any more
    bool has_settled = false;
    std::vector<FactId> acts;  // the dates with which the buyer acts on it
    Index refund_step = none;  // the step that brings the money
    std::string wants;         // the word of `wants` that asks for it
    std::vector<Index> clauses;
    std::vector<Text> cites;
    BitSet cited;
};

struct StepSpec {
    std::string id, actor;
    bool by_buyer = false;
    Index slot = none;
    RemedySet remedies = ~RemedySet{0};
    Condition when;
    std::vector<std::pair<RemedySet, Condition>> also_when;  // of some remedies, what else must hold
    DateExpr after;
    bool has_after = false;
    std::vector<FactId> done;
    std::optional<Condition> done_when;
    std::optional<DateExpr> advised_by;
    Condition advised_when;
    bool shown = true;         // false: a stage that the buyer need not see
    bool decides = false;      // missing its last day ends the entitlement
    bool optional = false;     // does not make it the buyer's turn
    std::uint64_t before = 0;  // the steps that lead to this one, and so are over once it is done
    std::vector<Index> clauses;
    BitSet cited;
};

struct RuleSpec {
    std::string id;
    std::vector<Index> slots;
    RemedySet remedies = ~RemedySet{0};
    Condition when;
    std::vector<std::pair<Index, std::uint32_t>> readings;  // conflict, accepted readings
    std::vector<Index> overrides, overridden_by;
    Index in_file = none;  // its place there
    Says says = Says::nothing;
    std::optional<DateExpr> by;
    std::optional<std::uint8_t> payers;
    std::vector<Index> codes;
    bool estimate = false;
    bool still_useful = false;  // advice that is also given where the answer is no
    std::vector<Index> clauses;
    std::vector<Text> cites;
    BitSet cited;
};

struct SourceSpec {
    std::string id, title, kind, tier, date;
    std::string link, text_of;  // the official text, and the day of the version that was read
};

struct ClauseSpec {
    std::string id, section, says;
    Index source = none;
};

// A fact that the engine derives for each item from the other items of the same order.
struct SharedSpec {
    FactId fact = no_fact;
    Condition when;            // asked of each other item
    FactId earlier = no_fact;  // only of those on which this date lies before the item's own, which may be absent
};

// Events that no longer count, such as a dispute that was withdrawn: where `when` holds, these facts are as if absent.
struct VoidSpec {
    std::vector<FactId> facts;
    Condition when;
};

struct PackNotes;  // pack/pack_notes.h

// Slots that every pack has, in this order; its steps follow, each a slot of its own.
enum FixedSlot : Index { grounds, condition, window, opens, return_shipping, evidence, advice, support, location, warning, deductions, fixed_slots };

// Its facts are the standard dictionary's, then its own.
struct Pack : Dictionary {
    std::string id, name, checked_on;
    std::optional<Date> from, to;
    std::vector<std::string> governs;  // countries, or "everywhere": it stands beside every shop, and is none itself
    std::vector<FactUse> uses;         // one for each of facts
    std::vector<SourceSpec> sources;
    std::vector<ClauseSpec> clauses;      // by id
    std::vector<ConflictSpec> conflicts;  // by id
    std::vector<RemedySpec> remedies;
    std::vector<StepSpec> steps;
    std::vector<RuleSpec> rules;  // by slot, then id
    std::vector<SharedSpec> shared;
    std::vector<VoidSpec> voids;
    std::vector<std::string> slots, evidence_codes, advice_codes;
    std::vector<std::string> clause_ids;   // of clauses
    FactSet our_guesses;                   // facts whose range is our own guess
    FactSet unstated;                      // facts that may be unstated
    std::vector<Index> by_slot;            // rules, by remedy and slot …
    std::vector<std::uint32_t> slot_ends;  // … and where each of those ends in it

    // What a verdict may show of it, by the places of verdict/fragments.h.
    struct Parts {
        std::vector<view::Clause> clauses;
        std::vector<view::Conflict> conflicts;
        std::vector<view::Reason> reasons;
        std::vector<view::Assumption> assumptions;  // by fact
    };
    Parts parts;

    // As JSON, by the same places. Empty in a pack from an archive.
    struct Written {
        std::vector<std::string> clauses, conflicts, reasons, assumptions;
    };
    Written written;

    std::shared_ptr<const PackNotes> notes;  // what answering does without; empty in a pack from an archive

    bool in_force(Date day) const { return (!from || *from <= day) && (!to || day <= *to); }
    /// The rules of one slot of a remedy.
    std::span<const Index> rules_of(std::size_t remedy, std::size_t slot) const {
        const std::size_t place = remedy * slots.size() + slot;
        const std::size_t begin = place == 0 ? 0 : slot_ends[place - 1];
        return std::span(by_slot).subspan(begin, slot_ends[place] - begin);
    }
    bool speaks_of(std::size_t remedy, Index slot) const { return !rules_of(remedy, slot).empty(); }
};

}  // namespace returnable
