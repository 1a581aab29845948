// One pack asked about one case: its entitlements item by item, ranked, and the headline and question that follow.
#pragma once

#include <memory>
#include <optional>
#include <utility>
#include <vector>

#include "returnable/engine.h"
#include "verdict/governing.h"

namespace returnable {

class PackChecker {
public:
    PackChecker(std::shared_ptr<const Pack> pack, const Case& order, std::vector<KnownItem> items, Work& work);

    /// The whole verdict.
    Result<view::Verdict> run();
    /// The ranks of what `run` gave, by item.
    std::vector<std::vector<unsigned>> keys() const;
    /// Status and payers alone.
    Result<std::vector<QuickItem>> quick();

    /// Of a pack that governs: what it gives, each item by itself. Empty where that cannot be said exactly, or the work is spent.
    std::optional<Governed> govern();
    /// Of a pack that governs: for each item the rank and status of the best that a statute gives and that is no no, if any.
    std::vector<std::optional<std::pair<unsigned, Status>>> quick_statutory();

private:
    static std::vector<Error> too_uncertain();
    static Status status_of(const Answer* promise) { return promise ? promise->status() : Status::not_covered; }
    bool is_promise(const Answer& answer) const { return pack_.remedies[answer.remedy].promise; }
    const Answer* best_promise(const Ranked& ranked) const;
    bool explain_item(const KnownItem& item);
    bool is_wanted(std::size_t remedy, const KnownFacts& facts) const;
    Text unserved_want(const KnownFacts& facts, const Ranked& ranked) const;
    unsigned key_of(const Answer& one, const KnownFacts& facts) const;
    bool leader(const Ranked& ranked, std::size_t& place) const;
    std::optional<view::Question> question();
    bool changes_anything(const view::Question& question) const;
    std::string outline(const std::vector<KnownItem>& items) const;
    void headline();
    void cite();

    std::shared_ptr<VerdictStorage> storage_;
    const Pack& pack_;
    Work& work_;
    std::vector<KnownItem> items_;
    std::vector<Ranked> explained_;
    int as_of_;
    FactId wants_ = find_fact(pack_.facts, "wants");
    view::Verdict verdict_;
};

}  // namespace returnable
