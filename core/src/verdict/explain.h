// From an answer to an entitlement: its steps, reasons, conflicts, assumptions and what is missing.
#pragma once

#include <cstdint>
#include <vector>

#include "evaluation/remedy_answer.h"
#include "returnable/verdict.h"
#include "verdict/verdict_storage.h"

namespace returnable {

/// An entitlement with what ordering and questions still need to know of it.
struct Explained {
    Answer answer;
    Entitlement entitlement;
    Text phase;
    unsigned key = 0;     // less is better
    IndexSet step_rules;  // the rules that gave its steps their days; `answer.ever` has the others that had a part in it
    IndexSet cited;       // every clause that it cites
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
void explain(Evaluator& evaluator, Kept& kept, std::vector<Applying>& steps, Explained& into);

/// "buyer", "seller", "platform": those of a set, the one to budget for first.
Texts payer_names(std::uint8_t payers);

}  // namespace returnable
