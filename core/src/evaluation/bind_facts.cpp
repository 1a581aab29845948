#include "evaluation/bind_facts.h"

#include <algorithm>

#include "reading/fault_messages.h"
#include "reading/json_tree.h"

namespace returnable {
namespace {

constexpr std::size_t most_items = 1000;

class CaseChecker {
public:
    CaseChecker(const Case& order, const Dictionary& dictionary, const Elsewhere* elsewhere, std::vector<Error>& errors)
        : order_(order), dictionary_(dictionary), facts_(dictionary.facts), elsewhere_(elsewhere), errors_(errors) {}

    std::vector<KnownItem> run() {
        if (order_.as_of < first_date || order_.as_of > last_date) fault("bad_date", "/as_of", words::day_outside());
        check_currency();
        KnownFacts shared(facts_.size());
        const std::string of_order = "/facts";
        Places places(facts_.size(), &of_order);
        read(order_.facts, of_order, false, shared, places);
        know_currency(shared);
        std::vector<KnownItem> items;
        if (order_.items.empty()) {
            check_events(shared, places);
            items.push_back({"item", std::move(shared)});
            return items;
        }
        if (order_.items.size() > most_items) {
            fault("too_many", "/items", words::too_many_items());
            return items;
        }
        for (std::size_t i = 0; i < order_.items.size(); ++i) {
            const std::string path = pointer("/items", i), of_item = path + "/facts";
            KnownItem& item = items.emplace_back();
            item.id = order_.items[i].id;
            check_id(i, path);
            item.facts = shared;
            Places item_places = places;
            read(order_.items[i].facts, of_item, true, item.facts, item_places);
            prefer_own(item.facts, item_places, of_item);
            check_events(item.facts, item_places);
        }
        return items;
    }

private:
    using Places = std::vector<const std::string*>;  // the object in which each fact was given

    // A fact's place, written out only for a fault.
    struct Place {
        const std::string& base;
        const std::string& name;
    };

    // What is wrong with the order is found again for each of its items; it is said once.
    void fault(const char* code, std::string path, std::string message) {
        if (errors_.size() >= most_faults) return;
        const bool said = std::any_of(errors_.begin(), errors_.end(), [&](const Error& e) { return e.code == code && e.path == path && e.message == message; });
        if (!said) errors_.push_back({code, std::move(path), std::move(message)});
    }
    void fault(const char* code, const Place& place, std::string message) { fault(code, pointer(place.base, place.name), std::move(message)); }

    void check_currency() {
        const std::string& code = order_.currency;
        const bool letters = std::all_of(code.begin(), code.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
        if (!code.empty() && (code.size() != 3 || !letters)) fault("bad_value", "/currency", words::currency());
    }

    // To a pack whose rules ask for it the case's currency is a fact like others.
    void know_currency(KnownFacts& known) const {
        for (std::size_t fact = 0; fact < facts_.size(); ++fact) {
            if (!facts_[fact].of_case || order_.currency.empty()) continue;
            const int index = facts_[fact].index_of(order_.currency);
            known[fact] = {Known::State::given, index >= 0 ? index : static_cast<std::int64_t>(facts_[fact].values.size()) - 1};
        }
    }

    void check_id(std::size_t index, const std::string& path) {
        const std::string& id = order_.items[index].id;
        if (id.empty() || id.size() > 64) fault("bad_value", path + "/id", words::item_id());
        for (std::size_t j = 0; j < index; ++j) {
            if (order_.items[j].id == id) fault("duplicate_id", path + "/id", words::same_item_id());
        }
    }

    void read(const Facts& given, const std::string& base, bool of_item, KnownFacts& known, Places& places) {
        if (given.size() > case_limits.keys) {
            fault("too_many", base, words::too_many_facts());
            return;
        }
        for (std::size_t i = 0; i < given.size(); ++i) {
            const auto& [name, value] = given[i];
            const FactId fact = find_fact(facts_, name);
            if (fact == no_fact || facts_[fact].of_case) {
                if (elsewhere_ && elsewhere_->knows(name)) continue;
                fault("unknown_key", Place{base, name}, words::unknown_fact(name, facts_));
                continue;
            }
            const Place path{base, name};
            const bool twice = std::any_of(given.begin(), given.begin() + static_cast<std::ptrdiff_t>(i), [&n = name](const auto& f) { return f.first == n; });
            if (twice) fault("duplicate_key", path, words::given_twice());
            if (of_item && facts_[fact].order_level) fault("bad_value", path, words::of_the_whole_order());
            known[fact] = read_value(facts_[fact], value, path);
            places[fact] = &base;
        }
    }

    Known read_value(const FactSpec& spec, const FactValue& value, const Place& path) {
        if (std::holds_alternative<CannotSay>(value)) return {Known::State::cannot_say, 0};
        const auto given = [](std::int64_t v) { return Known{Known::State::given, v}; };
        switch (spec.kind) {
            case FactKind::yes_no:
                if (const bool* flag = std::get_if<bool>(&value)) return given(*flag ? 1 : 0);
                fault("wrong_type", path, words::wrong_type(spec.kind));
                return {};
            case FactKind::number:
                if (const auto* number = std::get_if<std::int64_t>(&value)) {
                    if (*number >= spec.least && *number <= spec.most) return given(*number);
                    fault("out_of_range", path, words::out_of_range(spec));
                    return {};
                }
                fault("wrong_type", path, words::wrong_type(spec.kind));
                return {};
            case FactKind::date: return read_day(value, path, spec);
            case FactKind::choice:
            case FactKind::word: break;
        }
        const auto* word = std::get_if<std::string>(&value);
        if (!word) {
            fault("wrong_type", path, words::wrong_type(spec.kind));
            return {};
        }
        if (spec.kind == FactKind::word) return given(0);
        const int index = spec.index_of(*word);
        if (index >= 0) return given(index);
        fault("bad_value", path, words::unknown_value(*word, spec));
        return {};
    }

    Known read_day(const FactValue& value, const Place& path, const FactSpec& spec) {
        std::optional<Date> day;
        if (const Date* date = std::get_if<Date>(&value)) {
            if (*date >= first_date && *date <= last_date) day = *date;
        } else if (const auto* text = std::get_if<std::string>(&value)) {
            day = parse_date(*text);
        } else {
            fault("wrong_type", path, words::wrong_type(spec.kind));
            return {};
        }
        if (!day) {
            fault("bad_date", path, words::bad_day());
            return {};
        }
        if (*day > order_.as_of && !spec.may_be_future) {
            fault("after_as_of", path, words::after_as_of(order_.as_of));
        }
        return {Known::State::given, day->time_since_epoch().count()};
    }

    void check_events(const KnownFacts& known, const Places& places) {
        for (const auto& chain : dictionary_.order_of_events) {
            for (std::size_t i = 0; i < chain.size(); ++i) {
                for (std::size_t j = i + 1; j < chain.size(); ++j) {
                    const Known &before = known[chain[i]], &after = known[chain[j]];
                    if (!before.given() || !after.given() || before.value <= after.value) continue;
                    fault("out_of_order", Place{*places[chain[j]], facts_[chain[j]].id}, words::before(facts_[chain[i]]));
                }
            }
        }
        for (const AfterFirst& rule : dictionary_.after_first) check_after_first(rule, known, places);
        for (const Contradiction& c : dictionary_.contradictions) {
            if (!known[c.fact].given() || known[c.fact].value != c.value || !known[c.with].given()) continue;
            fault("contradiction", Place{*places[c.with], facts_[c.with].id}, words::contradicts(facts_[c.fact], c.value));
        }
    }

    void check_after_first(const AfterFirst& rule, const KnownFacts& known, const Places& places) {
        if (!known[rule.fact].given()) return;
        FactId first = no_fact;
        for (const FactId event : rule.events) {
            if (known[event].given() && (first == no_fact || known[event].value < known[first].value)) first = event;
        }
        if (first == no_fact || known[first].value <= known[rule.fact].value) return;
        fault("out_of_order", Place{*places[rule.fact], facts_[rule.fact].id}, words::before(facts_[first]));
    }

    // What an item says of itself stands against what was said of the whole order.
    void prefer_own(KnownFacts& known, const Places& places, const std::string& of_item) {
        for (const Contradiction& c : dictionary_.contradictions) {
            const bool own = known[c.fact].given() && known[c.fact].value == c.value && places[c.fact] == &of_item;
            if (own && places[c.with] != &of_item) known[c.with] = {};
        }
    }

    const Case& order_;
    const Dictionary& dictionary_;
    const std::vector<FactSpec>& facts_;
    const Elsewhere* elsewhere_;
    std::vector<Error>& errors_;
};

}  // namespace

bool Elsewhere::knows(const std::string& fact) const {
    return std::any_of(packs.begin(), packs.end(), [&](const auto& pack) {
        const FactId found = only_governing && pack->governs.empty() ? no_fact : find_fact(pack->facts, fact);
        return found != no_fact && !pack->facts[found].of_case;
    });
}

std::vector<KnownItem> know(const Case& order, const Dictionary& dictionary, const Elsewhere* elsewhere, std::vector<Error>& errors) {
    return CaseChecker(order, dictionary, elsewhere, errors).run();
}

}  // namespace returnable
