#include "question.h"

#include <algorithm>
#include <cstdint>

namespace returnable {
namespace {

// How much hangs on a fact. Compared in this order: a promise before a last resort, the leading entitlement before the
// others, the status before a date, many entitlements before few.
struct Weight {
    bool last_resort = true;
    std::size_t part = part_count, place = SIZE_MAX;
    std::size_t touched = 0;

    bool heavier_than(const Weight& other) const {
        if (last_resort != other.last_resort) return !last_resort;
        if (place != other.place) return place < other.place;
        if (part != other.part) return part < other.part;
        return touched > other.touched;
    }
};

struct Candidate {
    Weight weight;
    bool parts[part_count] = {};
    std::vector<std::string> items;
    bool gains_only_time = true;
};

class Asker {
public:
    explicit Asker(const Pack& pack) : pack_(pack), candidates_(pack.facts.size()) {}

    void consider(const AskedItem& item) {
        for (std::size_t place = 0; place < item.entitlements->size(); ++place) {
            const Explained& explained = (*item.entitlements)[place];
            const FactSet missing = explained.answer.missing(pack_);
            for (std::size_t fact = 0; fact < pack_.facts.size(); ++fact) {
                if (!missing[fact] || (*item.facts)[fact].state != Known::State::absent) continue;
                consider(item, explained, place, fact);
            }
        }
    }

    std::optional<Question> best() const {
        const Candidate* best = nullptr;
        std::size_t best_fact = 0;
        for (std::size_t fact = 0; fact < candidates_.size(); ++fact) {
            const Candidate& candidate = candidates_[fact];
            if (candidate.items.empty() || (best && !candidate.weight.heavier_than(best->weight))) continue;
            best = &candidate;
            best_fact = fact;
        }
        if (!best) return std::nullopt;
        Question question{pack_.facts[best_fact].id, best->items, {}, best->gains_only_time};
        for (std::size_t part = 0; part < part_count; ++part) {
            if (best->parts[part]) question.why.emplace_back(name_of(static_cast<Part>(part)));
        }
        return question;
    }

private:
    void consider(const AskedItem& item, const Explained& explained, std::size_t place, std::size_t fact) {
        Candidate& candidate = candidates_[fact];
        const bool last_resort = explained.entitlement.kind == "last_resort";
        bool any = false;
        const auto touch = [&](std::size_t part) {
            any = true;
            candidate.parts[part] = true;
            const bool only_later = part == static_cast<std::size_t>(Part::act_by) && explained.answer.status() == Status::allowed;
            if (place == 0 && !only_later) candidate.gains_only_time = false;
            const Weight weight{last_resort, part, place, candidate.weight.touched + 1};
            if (weight.heavier_than(candidate.weight)) candidate.weight = weight;
            else ++candidate.weight.touched;
        };
        for (std::size_t part = 0; part < part_count; ++part) {
            const PartAnswer& answer = explained.answer.parts[part];
            if (answer.depends.open[fact] || answer.depends.assumed[fact]) touch(part);
            else if (answer.merged.span.missing[fact]) touch(part == static_cast<std::size_t>(Part::refund_by) ? part : 0);
        }
        if (!any) touch(part_count - 1);
        if (candidate.items.empty() || candidate.items.back() != *item.id) candidate.items.push_back(*item.id);
    }

    const Pack& pack_;
    std::vector<Candidate> candidates_;
};

}  // namespace

std::optional<Question> next_question(const Pack& pack, int, const std::vector<AskedItem>& items) {
    Asker asker(pack);
    for (const AskedItem& item : items) asker.consider(item);
    return asker.best();
}

}  // namespace returnable
