#include "verdict/next_question.h"

#include <algorithm>
#include <cstdint>
#include <tuple>

namespace returnable {
namespace {

// An open fact, and what its answer would do.
struct Candidate {
    bool parts[part_count] = {};
    std::vector<std::string> items;
    // Where its answer weighs most: a promise before a last resort, the leading one before the others, the status
    // before a date. Less is weightier.
    std::tuple<bool, std::size_t, std::size_t> weight{true, SIZE_MAX, part_count};
    bool gains_only_time = true;
    // Why it is asked is said of the entitlement in which it weighs most.
    void touch(bool last_resort, std::size_t place, std::size_t part) {
        const std::pair here{last_resort, place}, before{std::get<0>(weight), std::get<1>(weight)};
        if (here > before) return;
        if (here < before) std::fill(std::begin(parts), std::end(parts), false);
        parts[part] = true;
        weight = std::min(weight, std::tuple{last_resort, place, part});
    }

    double left = 0;  // how many facts would still be missing, on average over its values
};

class Asker {
public:
    Asker(const Pack& pack, const std::vector<AskedItem>& items, Work& work, const FactSet& but) : pack_(pack), items_(items), work_(work), but_(but) {}

    std::optional<view::Question> best() {
        FactSet missing;
        for (const AskedItem& item : items_) {
            if (is_over(item)) continue;
            missing |= lifting(item);
            for (const Explained* one : item.entitlements->best_first) missing |= one->answer.missing(pack_);
        }
        missing = missing - but_;
        std::optional<Candidate> best;
        std::size_t best_fact = 0;
        each(missing, [&](std::size_t fact) {
            if (work_.is_spent()) return;
            Candidate candidate = consider(fact);
            if (candidate.items.empty()) return;
            if (best && candidate.weight > best->weight) return;
            candidate.left = left_after(fact);
            if (best && !settles_more(candidate, *best)) return;
            best = std::move(candidate);
            best_fact = fact;
        });
        if (!best) return std::nullopt;
        view::Question question{pack_.facts[best_fact].id, best->items, {}, best->gains_only_time};
        for (std::size_t part = 0; part < part_count; ++part) {
            if (best->parts[part]) question.why.emplace_back(name_of(static_cast<Part>(part)));
        }
        return question;
    }

private:
    static bool settles_more(const Candidate& a, const Candidate& b) { return a.weight != b.weight ? a.weight < b.weight : a.left < b.left; }

    // Its money is here: nothing more is asked.
    bool is_over(const AskedItem& item) const {
        const auto& all = item.entitlements->best_first;
        work_.spend(all.size());
        return std::any_of(all.begin(), all.end(), [](const Explained* one) { return one->answer.over; });
    }

    // Where every promise is a no: the assumptions of which another value would open one.
    FactSet lifting(const AskedItem& item) const {
        FactSet facts;
        work_.spend(item.entitlements->all.size());
        for (const Explained& one : item.entitlements->all) {
            if (!pack_.remedies[one.answer.remedy].promise) continue;
            if (one.answer.granted && !one.answer.is_no()) return {};
            facts |= one.answer.could_lift - pack_.unstated;
        }
        return facts;
    }

    Candidate consider(std::size_t fact) const {
        Candidate candidate;
        for (const AskedItem& item : items_) {
            if ((*item.facts)[fact].state != Known::State::absent || is_over(item)) continue;
            bool missing = lifting(item)[fact];
            if (missing) candidate.touch(false, item.entitlements->best_first.size(), static_cast<std::size_t>(Part::status));
            if (missing) candidate.gains_only_time = false;
            work_.spend(16 * item.entitlements->best_first.size());
            for (std::size_t place = 0; place < item.entitlements->best_first.size(); ++place) {
                const Explained& explained = *item.entitlements->best_first[place];
                if (!explained.answer.missing(pack_)[fact]) continue;
                missing = true;
                weigh(fact, explained, place, candidate);
            }
            if (missing) candidate.items.push_back(*item.id);
        }
        return candidate;
    }

    static void weigh(std::size_t fact, const Explained& explained, std::size_t place, Candidate& candidate) {
        const bool last_resort = explained.entitlement.kind != "promise";
        for (std::size_t part = 0; part < part_count; ++part) {
            const PartAnswer& answer = explained.answer.parts[part];
            if (explained.answer.is_no() && part != static_cast<std::size_t>(Part::status)) continue;
            if (!answer.depends.open[fact] && !answer.depends.assumed[fact] && !answer.merged.span.missing[fact]) continue;
            const bool leads = place == 0 && !last_resort;
            const bool only_later = part == static_cast<std::size_t>(Part::act_by) && explained.answer.status() == Status::allowed;
            if (leads && !only_later) candidate.gains_only_time = false;
            candidate.touch(last_resort, place, part);
        }
    }

    // The values of a fact as the trees count them, each with the number of answers that it stands for. A day has
    // none: what it would settle is known only once it is given.
    std::vector<double> weights(std::size_t fact) const {
        const FactUse& use = pack_.uses[fact];
        if (pack_.facts[fact].kind == FactKind::number) return use.range ? std::vector<double>{1, 1} : std::vector<double>{};
        std::vector<double> out(use.example.size(), 0);
        for (const std::uint8_t of : use.class_of) ++out[of];
        if (use.absent == FactUse::Absent::unstated) out.insert(out.begin(), 0);  // value 0: still nothing said
        return out;
    }

    double left_after(std::size_t fact) const {
        const auto values = weights(fact);
        double sum = 0, weight = 0;
        for (std::size_t value = 0; value < values.size(); ++value) {
            if (values[value] == 0) continue;
            sum += values[value] * static_cast<double>(missing_where(fact, static_cast<std::uint8_t>(value)).count());
            weight += values[value];
        }
        return weight > 0 ? sum / weight : static_cast<double>(missing_where(fact, 0).count());
    }

    FactSet missing_where(std::size_t fact, std::uint8_t value) const {
        FactSet missing;
        for (const AskedItem& item : items_) {
            for (const Explained* one : item.entitlements->best_first) missing |= missing_where(one->answer, fact, value);
        }
        missing.reset(fact);
        return missing;
    }

    FactSet missing_where(const Answer& answer, std::size_t fact, std::uint8_t value) const {
        FactSet missing;
        work_.spend(part_count);
        for (const PartAnswer& part : answer.parts) {
            const Dependence depends = part.leaves.hang_on(fact) ? find_dependence(part.leaves, work_, {static_cast<Index>(fact), value}) : part.depends;
            missing |= depends.open | (depends.assumed & pack_.unstated) | depends.dates;
        }
        return missing - pack_.our_guesses - answer.excluded;
    }

    const Pack& pack_;
    const std::vector<AskedItem>& items_;
    Work& work_;
    const FactSet& but_;
};

}  // namespace

std::optional<view::Question> next_question(const Pack& pack, const std::vector<AskedItem>& items, Work& work, const FactSet& but) {
    return Asker(pack, items, work, but).best();
}

}  // namespace returnable
