// From an answer to an entitlement: its steps, reasons, conflicts, assumptions and what is missing.
#pragma once

#include <memory>
#include <vector>

#include "answer.h"
#include "returnable/verdict.h"

namespace returnable {

/// An entitlement with what ordering and questions still need to know of it.
struct Explained {
    Answer answer;
    Entitlement entitlement;
    Text phase;
    IndexSet step_rules;  // the rules that gave its steps their days; `answer.ever` has the others that had a part in it
    IndexSet cited;       // every clause that it cites
};

/// An item's remedies, best first.
using Ranked = std::vector<std::unique_ptr<Explained>>;

/// Explains the answer in it, which is the one that this evaluator gave last. Where that is no longer `exact`, nothing
/// else may be used.
void explain(Evaluator& evaluator, Explained& into);

/// "buyer", "seller", "platform": those of a set, the one to budget for first.
std::vector<Text> payer_names(std::uint8_t payers);

}  // namespace returnable
