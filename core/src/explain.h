// From an answer to an entitlement: its steps, reasons, conflicts, assumptions and what is missing.
#pragma once

#include <cstdint>
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
    unsigned key = 0;     // less is better
    IndexSet step_rules;  // the rules that gave its steps their days; `answer.ever` has the others that had a part in it
    IndexSet cited;       // every clause that it cites
};

/// An item's remedies.
struct Ranked {
    std::vector<Explained> all;          // of those that a world may grant, as the pack names them
    std::vector<Explained*> best_first;  // those that some world grants
};

/// What a verdict points into: its pack, and lists of that pack's names.
class Kept {
public:
    explicit Kept(std::shared_ptr<const Pack> of) : pack(std::move(of)) {}
    /// A place for so many names, which stays where it is.
    Text* room(std::size_t count);
    /// At most so many names of the members of a set.
    Texts names(const IndexSet& members, const std::vector<std::string>& all, std::size_t most = SIZE_MAX);

    const std::shared_ptr<const Pack> pack;

private:
    // Each has twice the room of the one before, so there are never many.
    struct Block {
        std::unique_ptr<Block> before;
        std::unique_ptr<Text[]> names;
    };
    std::unique_ptr<Block> last_;
    std::size_t size_ = 32, left_ = 0;  // of the last
    Text* at_ = nullptr;                // where the rest of it begins
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
