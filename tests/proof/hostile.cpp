#include "hostile.h"

#include <algorithm>
#include <cmath>

#include <nlohmann/json.hpp>

namespace hostile {
namespace {

using nlohmann::json;

int from(std::mt19937_64& random, int least, int most) { return std::uniform_int_distribution(least, most)(random); }

// As often small as large, whatever the limit.
int scaled(std::mt19937_64& random, int most) {
    const double power = std::uniform_real_distribution(0.0, std::log(most + 1.0))(random);
    return std::min(most, static_cast<int>(std::exp(power)) - (power < 0.3 ? 1 : 0));
}

std::string numbered(const char* word, int number) { return word + std::to_string(number); }
std::string fact(int number) { return numbered("open_", number); }
std::string term(int number) { return numbered(number < 10 ? "t0" : "t", number); }  // in the order of their names
std::string value(int number) { return numbered("v", number); }

json days(json after, int length) { return {{"after", std::move(after)}, {"length", length}, {"unit", "calendar_days"}}; }

class Maker {
public:
    Maker(const Shape& shape, int number) : shape_(shape), number_(number) {}

    json pack() {
        head();
        facts_and_terms();
        conflicts();
        remedies_and_steps();
        plain_rules();
        telling_rules();
        hard_rules();
        alike_rules();
        derived();
        return std::move(pack_);
    }

private:
    int size(Of of) const { return shape_[of]; }
    int values_count() const { return std::max(2, size(values)); }
    std::string id(const std::string& name) const { return "p" + std::to_string(number_) + "-" + name; }

    void rule(const std::string& name, json rest) {
        rest["id"] = id(name);
        if (!rest.contains("clauses")) {
            json cited = json::array({id("E0")});
            for (int i = 1; i < size(cites) && i <= size(clauses); ++i) cited.push_back(id(numbered("E", i)));
            rest["clauses"] = std::move(cited);
        }
        pack_["rules"].push_back(std::move(rest));
    }

    void head() {
        pack_ = {{"id", number_ == 0 ? "shop" : numbered("law", number_)}, {"name", "A hostile pack"}, {"checked_on", "2026-11-22"}};
        if (number_ > 0) pack_["governs"] = "everywhere";
        pack_["sources"]["s"] = {{"title", "Invented"}, {"tier", "guide"}};
        for (int i = 0; i <= size(clauses); ++i) pack_["clauses"][id(numbered("E", i))] = {{"source", "s"}, {"says", "Invented."}};
        pack_["rules"] = json::array();
        pack_["evidence"] = json::array();
        pack_["advice"] = json::array();
    }

    void facts_and_terms() {
        json words = json::array();
        for (int i = 0; i < values_count(); ++i) words.push_back(value(i));
        for (int i = 0; i < size(facts); ++i) pack_["facts"][fact(i)] = {{"kind", "choice"}, {"values", words}, {"prompt", "?"}};
        pack_["facts"]["z"] = {{"kind", "yes_no"}, {"prompt", "?"}};
        pack_["facts"]["spent"] = {{"kind", "yes_no"}, {"prompt", "?"}};
        for (int i = 0; i < size(terms); ++i) {
            const std::string before = term(i - 1);
            if (i == 0) pack_["terms"][term(i)] = {{"z", true}};
            else pack_["terms"][term(i)] = {{"any", json::array({{{"is", before}}, {{"is", before}}})}};
        }
    }

    void conflicts() {
        for (int i = 0; i < size(Of::conflicts); ++i) {
            json all = json::array();
            for (int r = 0; r < std::max(2, size(readings)); ++r) {
                all.push_back({{"id", numbered("r", r)}, {"value", std::string(1 + static_cast<std::size_t>(size(text)), 'x')}, {"clauses", {id("E0")}}});
            }
            pack_["conflicts"][id(numbered("C", i))] = {{"slot", "evidence"}, {"says", "?"}, {"readings", all}};
        }
    }

    void remedies_and_steps() {
        for (int i = 0; i < std::max(1, size(remedies)); ++i) {
            json one = {{"id", numbered("remedy_", i)}, {"kind", number_ == 0 ? "promise" : "statutory"}, {"clauses", {id("E0")}}};
            one["acts"] = {"return_requested_on"};
            if (size(steps) > 0) one["refund_step"] = numbered("step_", size(steps) - 1);
            pack_["remedies"].push_back(std::move(one));
        }
        pack_["steps"] = json::array();
        for (int i = 0; i < size(steps); ++i) {
            json after = i == 0 ? json("received_on") : json(numbered("step_", i - 1));
            if (size(window_ends) > 0) after = {{"later_of", json::array({after})}};
            for (int w = 0; w < size(window_ends) && i < 4; ++w) after["later_of"].push_back("window_end");
            pack_["steps"].push_back({{"id", numbered("step_", i)}, {"actor", i % 2 ? "seller" : "buyer"}, {"after", std::move(after)}, {"clauses", {id("E0")}}});
            pack_["steps"].back()["when"] = size(facts) > 0 ? json{{"not", {{fact(i % size(facts)), value(0)}}}} : json::object();
        }
    }

    void plain_rules() {
        json earliest = "received_on";
        if (size(dated) > 0) {
            earliest = {{"later_of", json::array()}};
            for (int i = 0; i < size(dated); ++i) earliest["later_of"].push_back(i % 2 ? "received_on" : "delivered_on");
        }
        json slots = json::array();
        for (int i = 0; i <= size(repeats); ++i) slots.push_back("window");
        if (size(grid) == 0 || size(facts) < 2) rule("window", {{"slot", slots}, {"by", days(earliest, 14)}});
        rule("condition", {{"slot", "condition"}, {"says", "yes"}});
        rule("postage", {{"slot", "return_shipping"}, {"payers", {"seller"}}});
        if (size(hard_yes) == 0) rule("ground", {{"slot", "grounds"}, {"says", "yes"}});
    }

    void telling_rules() {
        for (int i = 0; i < std::min(size(told_apart), size(facts)); ++i) {
            for (int v = 0; v < values_count(); ++v) {
                const std::string code = "code_" + std::to_string(i) + "_" + std::to_string(v);
                pack_[i % 2 ? "evidence" : "advice"].push_back(code);
                static constexpr const char* slots[] = {"warning", "evidence", "support", "evidence", "location"};
                rule(code, {{"slot", slots[i % 5]}, {"when", {{fact(i), value(v)}}}, {"codes", {code}}});
            }
        }
        json many = json::array();
        for (int i = 0; i < size(codes); ++i) many.push_back(numbered("many_", i));
        for (const json& code : many) pack_["evidence"].push_back(code);
        if (!many.empty()) rule("many", {{"slot", "evidence"}, {"codes", many}});
        for (int a = 0; size(facts) >= 2 && a < std::min(size(grid), values_count()); ++a) {
            for (int b = 0; b < std::min(size(grid), values_count()); ++b) {
                rule("grid-" + std::to_string(a) + "-" + std::to_string(b),
                     {{"slot", "window"}, {"when", {{fact(0), value(a)}, {fact(1), value(b)}}}, {"by", days("received_on", 1 + a * 100 + b)}});
            }
        }
        for (int i = 0; i < size(Of::conflicts); ++i) {
            pack_["evidence"].push_back(numbered("read_", i));
            for (int r = 0; r < std::max(2, size(readings)); ++r) {
                rule("reads-" + std::to_string(i) + "-" + std::to_string(r),
                     {{"slot", "evidence"}, {"reading", {{id(numbered("C", i)), numbered("r", r)}}}, {"codes", {numbered("read_", i)}}});
            }
        }
    }

    // No part of such a condition says what excludes the other: all values have to be tried.
    json hard(int turn) const {
        json any = json::array();
        for (int i = 0; i < std::min(size(hard_facts), size(facts)); ++i) any.push_back({{fact(i), value((i + turn) % values_count())}});
        if (any.empty()) any.push_back({{"z", true}});
        return any;
    }

    void hard_rules() {
        for (int i = 0; i < size(hard_yes); ++i) rule(numbered("yes-", i), {{"slot", "grounds"}, {"when", {{"any", hard(i)}, {"z", true}}}, {"says", "yes"}});
        for (int i = 0; i < size(hard_no); ++i) {
            rule(numbered("no-", i), {{"slot", "grounds"}, {"when", {{"any", hard(i + 7)}, {"not", {{"z", true}}}}}, {"says", "no"}});
        }
    }

    void alike_rules() {
        static const char* countries_of[] = {"DE", "FR", "GB", "US", "IT", "ES", "PL", "NL", "BE", "AT", "SE", "DK", "FI", "NO", "CH", "PT", "IE", "CZ", "HU", "GR"};
        for (int i = 0; i < size(alike); ++i) {
            json one = {{"slot", "grounds"}, {"says", "yes"}};
            if (size(terms) > 0 && i % 5 == 0) one["when"] = {{"is", term(size(terms) - 1)}};
            json others = json::array();
            for (int o = 0; o < size(overridden) && o < i; ++o) others.push_back(id(numbered("alike-", i - 1 - o)));
            if (!others.empty()) one["overrides"] = std::move(others);
            rule(numbered("alike-", i), std::move(one));
        }
        for (int i = 0; i < size(countries); ++i) {
            json listed = json::array();
            for (int c = 0; c < 20; ++c) {
                if ((i >> c % 9 & 1) == 0 || c < 5) listed.push_back(countries_of[c]);
            }
            rule(numbered("country-", i), {{"slot", "condition"}, {"when", {{"country", std::move(listed)}}}, {"says", "yes"}});
        }
    }

    void derived() {
        for (int i = 0; i < size(voids); ++i) pack_["voids"].push_back({{"facts", {"opened"}}, {"when", {{"z", true}}}});
        for (int i = 0; i < size(shared); ++i) pack_["shared"].push_back({{"fact", "spent"}, {"when", {{"returned_on", true}}}});
    }

    const Shape& shape_;
    int number_;
    json pack_;
};

}  // namespace

Shape draw(std::mt19937_64& random) {
    Shape shape{};
    for (std::size_t i = 0; i < sizes; ++i) {
        const int chance = i < pack_sizes ? 5 : 2;
        if (from(random, 1, chance) == 1) shape[i] = scaled(random, limits[i].most);
    }
    return shape;
}

Shape near(const Shape& shape, std::mt19937_64& random) {
    Shape other = shape;
    for (int changes = from(random, 1, 4); changes > 0; --changes) {
        const auto i = static_cast<std::size_t>(from(random, 0, sizes - 1));
        const int most = limits[i].most;
        switch (from(random, 0, 3)) {
            case 0: other[i] = scaled(random, most); break;
            case 1: other[i] = std::min(most, other[i] * 2 + 1); break;
            case 2: other[i] = other[i] * 3 / 4; break;
            default: other[i] = std::min(most, other[i] * 5 / 4 + 1);
        }
    }
    return other;
}

std::string pack_of(const Shape& shape, int number) { return Maker(shape, number).pack().dump(); }

std::string case_of(const Shape& shape) {
    json order = {{"as_of", "2026-05-10"}, {"facts", {{"marketplace", "shop"}, {"received_on", "2026-05-04"}, {"reason", "damaged"}}}};
    const auto say = [&](json& facts_of, int turn) {
        for (int i = 0; i < std::min(shape[facts], 60); ++i) {
            if ((i * 37 + turn * 11) % 100 < shape[given]) facts_of[fact(i)] = value((i + turn) % 2);
            else if (i < shape[unsayable]) facts_of[fact(i)] = nullptr;
        }
    };
    if (shape[items] == 0) say(order["facts"], 0);
    for (int i = 0; i < shape[items]; ++i) {
        json one = {{"id", numbered("i", i)}, {"facts", json::object()}};
        if (i % 3 == 0) one["facts"]["returned_on"] = "2026-05-09";
        say(one["facts"], i);
        order["items"].push_back(std::move(one));
    }
    std::string text = order.dump();
    while (text.size() > 256 * 1024) {
        order["items"].erase(order["items"].size() - 1);
        text = order.dump();
    }
    return text;
}

std::string name_of(const Shape& shape) {
    std::string name;
    for (std::size_t i = 0; i < sizes; ++i) {
        if (shape[i] > 0) name += (name.empty() ? "" : " ") + std::string(limits[i].name) + "=" + std::to_string(shape[i]);
    }
    return name;
}

}  // namespace hostile
