// From an answer to an entitlement: its steps, reasons, conflicts, assumptions and what is missing.
#pragma once

#include <cstdint>
#include <vector>

#include "evaluation/remedy_answer.h"
#include "verdict/verdict_storage.h"
#include "verdict/verdict_view.h"

namespace returnable {

/// An entitlement with what ordering and questions still need to know of it.
struct Explained {
    Answer answer;
    view::Entitlement entitlement;
    Text phase;
    unsigned key = 0;   // less is better
    BitSet step_rules;  // the rules that gave its steps their days; `answer.ever` has the others that had a part in it
    BitSet cited;       // every clause that it cites
};

/// An item's remedies.
struct Ranked {
    std::vector<Explained> all;          // of those that a world may grant, as the pack names them
    std::vector<Explained*> best_first;  // those that some world grants
};

/// A step that some world has, over all of them.
struct Applying {
    const StepSpec& spec;
    StepView view;
    Applying(const StepSpec& step, const StepView& seen) : spec(step), view(seen) {}
};

/// Explains the answer in it, which is the one that this evaluator gave last. Where that is no longer `exact`, nothing
/// else may be used. `steps` is room to work in.
void explain(Evaluator& evaluator, VerdictStorage& storage, std::vector<Applying>& steps, Explained& into);

/// Those of a set (bit 0: buyer, 1: seller, 2: platform), the one to budget for first; and their names.
std::vector<Payer> payers_of(std::uint8_t payers);
Texts payer_names(std::uint8_t payers);

}  // namespace returnable
