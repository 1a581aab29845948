#include "evaluation/sensitivity.h"

#include <cstdint>

namespace returnable {

class DependenceTree {
public:
    DependenceTree(const Leaves& leaves, Work& work, Given given) : leaves_(leaves), work_(work), given_(given) {}

    Dependence search() {
        depends_.dates = leaves_.dates_;
        const std::size_t count = leaves_.list_.size();
        if (count == 0) return depends_;
        std::vector<std::uint32_t> room(2 * count);
        seen_ = room.data();
        branches_ = seen_ + count;
        (void)meaning(0, count, 0, false);
        return depends_;
    }

private:
    static constexpr std::uint32_t nothing = UINT32_MAX;  // no leaf is left below

    struct Fork {
        Index variable;
        std::size_t first, count;  // its branches
    };

    const Choice& choice(std::size_t leaf, std::size_t depth) const { return leaves_.choices_[leaves_.list_[leaf].first + depth]; }

    // A number for what a subtree says: two have the same where they answer alike whatever is chosen in them.
    // Choices that turn out not to matter leave no trace; those that do are noted. `tried`: below a what-if.
    std::uint32_t meaning(std::size_t begin, std::size_t end, std::size_t depth, bool tried) {
        const auto& leaf = leaves_.list_[begin];
        work_.spend(4);
        if (work_.is_spent()) return nothing;
        if (leaf.depth == depth) {
            if (!tried && leaf.outcome.granted) depends_.dates |= leaf.outcome.span.missing;
            return outcome_number(begin);
        }
        const Choice fork = choice(begin, depth);
        const bool settled = fork.variable == given_.variable;
        const std::size_t mark = branch_count_;
        for (std::size_t from = begin; from < end;) {
            const std::uint8_t value = choice(from, depth).value;
            std::size_t to = from;
            while (to < end && choice(to, depth).value == value) ++to;
            work_.spend(to - from);
            if (!settled || value == given_.value) {
                const std::uint32_t branch = meaning(from, to, depth + 1, tried || (!settled && fork.what_if && value > 0));
                if (branch != nothing) branches_[branch_count_++] = branch;
            }
            from = to;
        }
        return joined(fork, mark, tried);
    }

    // The branches that stand behind `mark` become one number.
    std::uint32_t joined(const Choice& fork, std::size_t mark, bool tried) {
        const std::size_t count = branch_count_ - mark;
        bool matters = false;
        for (std::size_t i = mark; i < branch_count_; ++i) matters = matters || branches_[i] != branches_[mark];
        std::uint32_t result = count == 0 ? nothing : branches_[mark];
        if (matters && fork.what_if) {
            depends_.assumed.set(fork.variable);  // what was assumed is the answer; the rest was only tried
        } else if (matters) {
            if (!tried) depends_.open.set(fork.variable);
            result = fork_number(fork.variable, mark, count);
        }
        branch_count_ = mark;
        return result;
    }

    std::uint32_t outcome_number(std::size_t leaf) {
        const auto& list = leaves_.list_;
        std::uint32_t i = 0;
        while (i < seen_count_ && !list[seen_[i]].outcome.same(list[leaf].outcome)) ++i;
        work_.spend(i);
        if (i == seen_count_) seen_[seen_count_++] = static_cast<std::uint32_t>(leaf);
        return 2 * i;
    }

    std::uint32_t fork_number(Index variable, std::size_t mark, std::size_t count) {
        std::size_t i = 0;
        for (; i < forks_.size(); ++i) {
            bool same = forks_[i].variable == variable && forks_[i].count == count;
            for (std::size_t b = 0; same && b < count; ++b) same = storage_[forks_[i].first + b] == branches_[mark + b];
            if (same) break;
        }
        work_.spend(i);
        if (i == forks_.size()) {
            forks_.push_back({variable, storage_.size(), count});
            for (std::size_t b = 0; b < count; ++b) storage_.push_back(branches_[mark + b]);
        }
        return static_cast<std::uint32_t>(2 * i + 1);
    }

    const Leaves& leaves_;
    Work& work_;
    Given given_;
    Dependence depends_;
    std::uint32_t *seen_ = nullptr, *branches_ = nullptr;  // leaves whose outcomes differ; a stack: never more than leaves
    std::size_t seen_count_ = 0, branch_count_ = 0;
    std::vector<std::uint32_t> storage_;
    std::vector<Fork> forks_;
};

void Leaves::add(const std::vector<Choice>& path, const Outcome& outcome, Work& work) {
    work.spend(8 + path.size());
    work.fill(3 * (sizeof(Leaf) + path.size() * sizeof(Choice)));  // they are moved when there is no more place
    if (path.empty()) {
        if (outcome.granted) dates_ = outcome.span.missing;
        return;
    }
    if (list_.empty()) {
        list_.reserve(8);
        choices_.reserve(16);
    }
    list_.push_back({choices_.size(), path.size(), outcome});
    for (const Choice& choice : path) variables_.set(choice.variable);
    choices_.insert(choices_.end(), path.begin(), path.end());
}

bool Outcome::same(const Outcome& other) const {
    const auto side = [](bool has, int day) { return has ? day : INT32_MIN; };
    return granted == other.granted && bits == other.bits && spoken == other.spoken && under_way == other.under_way && payers == other.payers &&
           nothing_sent == other.nothing_sent && unspoken == other.unspoken && least == other.least && most == other.most &&
           side(span.has_lo, span.lo) == side(other.span.has_lo, other.span.lo) && side(span.has_hi, span.hi) == side(other.span.has_hi, other.span.hi);
}

Dependence find_dependence(const Leaves& leaves, Work& work, Given given) { return DependenceTree(leaves, work, given).search(); }

}  // namespace returnable
