#include "dependence.h"

#include <algorithm>
#include <cstdint>

namespace returnable {
namespace {

class Tree {
public:
    explicit Tree(const std::vector<Leaf>& leaves) : leaves_(leaves) {}

    Dependence search() {
        if (!leaves_.empty()) (void)signature(0, leaves_.size(), 0);
        return depends_;
    }

private:
    using Signature = std::vector<std::size_t>;

    // Two subtrees have equal signatures where they answer alike whatever is chosen in them. Choices that turn out
    // not to matter leave no trace; those that do are noted.
    Signature signature(std::size_t begin, std::size_t end, std::size_t depth) {
        if (leaves_[begin].path.size() == depth) return {outcome_id(leaves_[begin].outcome)};
        const Choice& choice = leaves_[begin].path[depth];
        std::vector<Signature> children;
        for (std::size_t from = begin; from < end;) {
            std::size_t to = from;
            while (to < end && leaves_[to].path[depth].value == leaves_[from].path[depth].value) ++to;
            children.push_back(signature(from, to, depth + 1));
            from = to;
        }
        const bool matters = std::any_of(children.begin(), children.end(), [&](const Signature& s) { return s != children[0]; });
        if (choice.what_if) {
            if (matters) depends_.assumed.set(choice.variable);
            return children[0];  // what was assumed is the answer; the rest was only tried
        }
        if (!matters) return children[0];
        if (!leaves_[begin].what_if) depends_.open.set(choice.variable);
        Signature result{static_cast<std::size_t>(choice.variable) + 1'000'000, children.size()};
        for (const Signature& child : children) {
            result.push_back(child.size());
            result.insert(result.end(), child.begin(), child.end());
        }
        return result;
    }

    std::size_t outcome_id(const Outcome& outcome) {
        for (std::size_t i = 0; i < seen_.size(); ++i) {
            if (seen_[i]->same(outcome)) return i;
        }
        seen_.push_back(&outcome);
        return seen_.size() - 1;
    }

    const std::vector<Leaf>& leaves_;
    Dependence depends_;
    std::vector<const Outcome*> seen_;
};

}  // namespace

bool Outcome::same(const Outcome& other) const {
    const auto side = [](bool has, int day) { return has ? day : INT32_MIN; };
    return granted == other.granted && bits == other.bits && spoken == other.spoken && under_way == other.under_way && payers == other.payers &&
           nothing_sent == other.nothing_sent && unspoken == other.unspoken && least == other.least && most == other.most &&
           side(span.has_lo, span.lo) == side(other.span.has_lo, other.span.lo) && side(span.has_hi, span.hi) == side(other.span.has_hi, other.span.hi);
}

Dependence find_dependence(const std::vector<Leaf>& leaves) { return Tree(leaves).search(); }

std::vector<Leaf> leaves_where(const std::vector<Leaf>& leaves, Index variable, std::uint8_t value) {
    std::vector<Leaf> out;
    for (const Leaf& leaf : leaves) {
        const auto choice = std::find_if(leaf.path.begin(), leaf.path.end(), [&](const Choice& c) { return c.variable == variable; });
        if (choice == leaf.path.end() || choice->value == value) out.push_back(leaf);
    }
    return out;
}

}  // namespace returnable
