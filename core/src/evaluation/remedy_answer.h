// What all worlds together say of one remedy: each slot's answer, exactly as wide as what is not known, and which
// facts it hangs on.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "evaluation/evaluator.h"
#include "evaluation/sensitivity.h"

namespace returnable {

/// The slots of an answer, weightiest first.
enum class Part : std::uint8_t { status, act_by, opens, return_shipping, refund_by };
inline constexpr std::size_t part_count = 5;
const char* name_of(Part part);

struct PartAnswer {
    Outcome merged;
    std::optional<Status> status;
    Dependence depends;
    Leaves leaves;  // only where asked to explain
    bool estimated = false;
};

struct Answer {
    std::size_t remedy = 0;
    bool granted = false;  // in some completion
    bool leads = false;
    bool over = false;   // the money is here: nothing is left to do
    FactSet could_lift;  // assumed and unstated facts of which another value would open it
    bool exact = true;   // false: too many completions; nothing else may be used
    PartAnswer parts[part_count];
    FactSet missing_dates, guessed, excluded;
    BitSet ever;        // rules that held in some completion
    BitSet not_always;  // those of them that did not hold in every completion of a part that reads them
    BitSet silent;
    bool outside_calendar = false;

    const PartAnswer& part(Part p) const { return parts[static_cast<std::size_t>(p)]; }
    Status status() const { return *part(Part::status).status; }
    /// Expired, refused or not covered: then only what could change that is missing.
    bool is_no() const { return status() >= Status::expired; }
    /// Every open or unstated fact, number or date that could change something.
    FactSet missing(const Pack& pack) const;
};

/// Into an empty answer, of the remedy that the evaluator began. Where it began without what-ifs, only the status is worked out.
void answer(Evaluator& evaluator, Answer& into);
/// Adds who pays to the answer that this evaluator gave last, where that was without what-ifs.
void answer_shipping(Evaluator& evaluator, Answer& answer);

/// The first rule that gives the window its length, for "15 days after received_on" before any date is known.
struct WindowAnchor {
    FactId after = no_fact;
    Unit unit = Unit::calendar_days;
};
std::optional<WindowAnchor> window_anchor(const Pack& pack, const BitSet& held, std::size_t remedy);

}  // namespace returnable
