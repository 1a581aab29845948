// An answer to a partly known case is exactly as wide as what is not known: compared with the union over all
// completions, one full check each. And learning an open fact never widens anything.
#include <algorithm>
#include <cstdlib>
#include <map>
#include <random>
#include <set>

#include "library_access.h"
#include "pack/dictionary.h"
#include "pack/pack.h"
#include "support.h"

namespace returnable::test {
namespace {

using Random = std::mt19937;

constexpr std::size_t most_completions = 512;

std::size_t pick(Random& random, std::size_t count) { return std::uniform_int_distribution<std::size_t>(0, count - 1)(random); }

const Pack& pack_of(const std::string& id) {
    for (const auto& pack : loaded_packs(library())) {
        if (pack->id == id) return *pack;
    }
    ADD_FAILURE() << id;
    std::abort();
}

json day(int n) { return format_date(Date{std::chrono::days{n}}); }

std::vector<json> values_of(const FactSpec& spec) {
    if (spec.kind == FactKind::yes_no) return {true, false};
    std::vector<json> values(spec.values.begin(), spec.values.end());
    return values;
}

// While it is open: some values cannot be, such as one's own withdrawal that one would know of.
std::vector<json> open_values_of(const FactSpec& spec, const FactUse& use) {
    if (use.open_values.empty()) return values_of(spec);
    std::vector<json> values;
    for (const std::int64_t value : use.open_values) values.push_back(spec.values[static_cast<std::size_t>(value)]);
    return values;
}

bool is_open_kind(const FactSpec& spec) { return spec.kind == FactKind::yes_no || spec.kind == FactKind::choice; }

// A plausible order: events in their order, each one there or not, around the boundaries of the windows.
void add_events(Random& random, json& facts, int as_of) {
    static constexpr int gaps[] = {0, 1, 2, 5, 8, 10, 11, 12, 14, 15, 16, 20, 29, 30, 31, 45, 59, 60, 61, 80};
    const auto gap = [&] { return gaps[pick(random, std::size(gaps))]; };
    const int shipped = as_of - gap() - gap();
    if (pick(random, 4)) facts["shipped_on"] = day(shipped);
    if (pick(random, 3) == 0) facts["ordered_on"] = day(shipped - gap());
    if (pick(random, 3) == 0) facts["promised_by"] = day(shipped + gap());
    const int arrived = std::min(as_of, shipped + gap());
    const bool came = facts["reason"] != "not_received";
    if (came && pick(random, 5)) facts["received_on"] = day(arrived);
    if (pick(random, 4) == 0) facts["delivered_on"] = day(arrived);
    int at = arrived;
    for (const char* event : {"dispute_opened_on", "seller_replied_on", "return_approved_on", "returned_on", "return_received_on", "return_accepted_on",
                              "refund_issued_on", "refund_received_on"}) {
        if (pick(random, 3)) break;
        at += gap();
        if (at > as_of) break;
        facts[event] = day(at);
    }
    if (pick(random, 6) == 0) facts["seller_return_window"] = gaps[pick(random, std::size(gaps))];
    if (pick(random, 6) == 0) facts["price"] = 500;
    if (pick(random, 6) == 0) facts["return_shipping_cost"] = 400 + 200 * static_cast<int>(pick(random, 2));
}

struct Partial {
    json order;
    std::vector<std::pair<std::string, std::vector<json>>> open;
};

Partial random_case(Random& random, const std::string& marketplace) {
    const Pack& pack = pack_of(marketplace);
    for (;;) {
        Partial partial;
        json facts{{"marketplace", marketplace}, {"country", pick(random, 2) ? "FR" : "US"}};
        std::size_t completions = 1;
        for (std::size_t i = 0; i < pack.facts.size(); ++i) {
            const FactSpec& spec = pack.facts[i];
            if (!is_open_kind(spec) || spec.id == "country") continue;
            const FactUse& use = pack.uses[i];
            const std::size_t state = pick(random, 12);  // mostly given
            const bool open = state == 11 || (state >= 10 && use.absent == FactUse::Absent::open);
            if (state == 11) facts[spec.id] = nullptr;
            if (open) partial.open.emplace_back(spec.id, open_values_of(spec, use));
            if (open) completions *= partial.open.back().second.size();
            else if (state < 6 || pick(random, 2)) facts[spec.id] = values_of(spec)[pick(random, values_of(spec).size())];
        }
        if (completions > most_completions || completions == 1) continue;
        // Once the seller has replied it is open whether it agreed; here it is always said.
        if (!facts.contains("seller_agreed")) facts["seller_agreed"] = pick(random, 2) == 0;
        const int as_of = 20'500 + static_cast<int>(pick(random, 400));
        add_events(random, facts, as_of);
        partial.order = {{"as_of", day(as_of)}, {"facts", facts}};
        return partial;
    }
}

// One entitlement's claim, as exactness speaks of it. A day that hangs on what is missing is an unbounded side.
struct Claim {
    std::vector<std::string> statuses;
    std::set<std::string> payers;
    std::map<std::string, std::string> sides;  // "act_by/safe" -> day, "" = unknown
    bool any_shipping = false;

    void side(const std::string& name, const json& value, bool least) {
        const std::string text = value.is_null() ? "" : value.get<std::string>();
        const auto [place, added] = sides.emplace(name, text);
        if (added) return;
        if (text.empty() || place->second.empty()) place->second.clear();
        else place->second = least ? std::min(place->second, text) : std::max(place->second, text);
    }
    // Null because it hangs on a missing date: then neither side is known. Null for any other cause: nothing to add.
    void span(const json& e, const std::string& key, const char* first, const char* last) {
        if (e[key].is_null()) {
            if (!e.contains("hangs_on") || !e["hangs_on"].contains(key)) return;
            side(key + "/" + first, nullptr, true);
            side(key + "/" + last, nullptr, false);
            return;
        }
        side(key + "/" + first, e[key][first], true);
        side(key + "/" + last, e[key][last], false);
    }
    void add(const json& e) {
        statuses.push_back(e["status"]);
        span(e, "opens", "earliest", "sure");
        span(e, "act_by", "safe", "last");
        span(e, "refund_by", "earliest", "latest");
        if (e["return_shipping"].is_null()) return;
        any_shipping = true;
        for (const json& payer : e["return_shipping"]) payers.insert(payer);
    }
    std::string status() const {
        if (std::all_of(statuses.begin(), statuses.end(), [&](const auto& s) { return s == statuses[0]; })) return statuses[0];
        const auto is_no = [](const std::string& s) { return s == "expired" || s == "refused" || s == "not_covered"; };
        if (!std::all_of(statuses.begin(), statuses.end(), is_no)) return "conditional";
        // Expired only where every completion is past.
        for (const char* no : {"refused", "expired"}) {
            if (std::find(statuses.begin(), statuses.end(), no) != statuses.end()) return no;
        }
        return "not_covered";
    }
    std::string text() const {
        std::string out = status() + " payers:" + (any_shipping ? "" : "none named");
        for (const auto& payer : payers) out += " " + payer;
        for (const auto& [name, value] : sides) {
            if (!value.empty()) out += " " + name + "=" + value;
        }
        return out;
    }
};

using Claims = std::map<std::string, Claim>;

// Several packs may give one remedy.
std::string name_of(const json& entitlement) { return entitlement["policy"].get<std::string>() + " " + entitlement["remedy"].get<std::string>(); }

Claims claims_of(const json& verdict) {
    Claims claims;
    for (const json& e : verdict["items"][0]["entitlements"]) claims[name_of(e)].add(e);
    return claims;
}

// Every completion of the open facts. One that cannot be (never came, yet received) is not a completion.
std::vector<json> completions_of(const Partial& partial) {
    std::vector<json> out{partial.order};
    for (const auto& [fact, values] : partial.open) {
        std::vector<json> next;
        for (const json& order : out) {
            for (const json& value : values) {
                next.push_back(order);
                next.back()["facts"][fact] = value;
            }
        }
        out = std::move(next);
    }
    return out;
}

void compare(const Partial& partial) {
    const json verdict = check_case(partial.order);
    ASSERT_TRUE(verdict.contains("items")) << partial.order.dump() << verdict.dump();
    Claims all;
    std::size_t counted = 0;
    for (const json& order : completions_of(partial)) {
        const json full = check_case(order);
        if (full.contains("errors")) continue;
        ++counted;
        for (const json& e : full["items"][0]["entitlements"]) all[name_of(e)].add(e);
    }
    for (auto& [remedy, claim] : all) {
        while (claim.statuses.size() < counted) claim.statuses.push_back("not_covered");
    }
    const Claims ours = claims_of(verdict);
    ASSERT_EQ(ours.size(), all.size()) << partial.order.dump();
    for (const auto& [remedy, claim] : all) {
        ASSERT_TRUE(ours.count(remedy)) << remedy << partial.order.dump();
        ASSERT_EQ(ours.at(remedy).text(), claim.text()) << remedy << "\n" << partial.order.dump();
    }
}

std::size_t case_count() {
    const char* wanted = std::getenv("RETURNABLE_EXACTNESS_CASES");
    return wanted ? static_cast<std::size_t>(std::atoll(wanted)) : 200;
}

TEST(Exactness, PartlyKnownCasesAreTheUnionOfTheirCompletions) {
    Random random(20261123);
    std::size_t checked = 0;
    for (const std::size_t count = case_count(); checked < count && !HasFatalFailure(); ++checked) {
        compare(random_case(random, checked % 5 ? "aliexpress" : checked % 10 ? "temu" : "wish"));
    }
    std::printf("exactness: %zu cases, seed 20261123\n", checked);
    EXPECT_EQ(checked, case_count());
}

// Where the partly known verdict gave a bound, the better known one stays within it.
bool within(const Claim& learned, const Claim& before) {
    const auto is_no = [](const std::string& s) { return s == "expired" || s == "refused" || s == "not_covered"; };
    const bool both_no = is_no(before.status()) && is_no(learned.status());  // which no is said first is no width
    if (before.status() != "conditional" && learned.status() != before.status() && !both_no) return false;
    for (const auto& payer : learned.payers) {
        if (!before.payers.count(payer)) return false;
    }
    for (const auto& [name, value] : before.sides) {
        const auto found = learned.sides.find(name);
        if (value.empty() || found == learned.sides.end() || found->second.empty()) continue;
        const bool least = name.ends_with("safe") || name.ends_with("earliest");
        if (least ? found->second < value : found->second > value) return false;
    }
    return true;
}

TEST(Exactness, LearningAnOpenFactNeverWidens) {
    Random random(7);
    const std::size_t orders = std::min<std::size_t>(300, case_count());
    std::size_t learned = 0;
    for (std::size_t i = 0; i < orders; ++i) {
        const Partial partial = random_case(random, "aliexpress");
        const Claims before = claims_of(check_case(partial.order));
        for (const auto& [fact, values] : partial.open) {
            for (const json& value : values) {
                json order = partial.order;
                order["facts"][fact] = value;
                const json verdict = check_case(order);
                if (verdict.contains("errors")) continue;
                ++learned;
                for (const auto& [remedy, claim] : claims_of(verdict)) {
                    ASSERT_TRUE(before.count(remedy)) << remedy << order.dump();
                    ASSERT_TRUE(within(claim, before.at(remedy))) << fact << " " << remedy << "\n"
                                                                  << before.at(remedy).text() << "\n"
                                                                  << claim.text() << "\n"
                                                                  << partial.order.dump();
                }
            }
        }
    }
    EXPECT_GT(learned, orders);
}

// An object's keys in another order.
nlohmann::ordered_json shuffled_keys(const nlohmann::ordered_json& object, Random& random) {
    std::vector<std::pair<std::string, nlohmann::ordered_json>> members;
    for (const auto& [key, value] : object.items()) members.emplace_back(key, value);
    std::shuffle(members.begin(), members.end(), random);
    nlohmann::ordered_json out = nlohmann::ordered_json::object();
    for (auto& [key, value] : members) out[key] = value;
    return out;
}

TEST(Exactness, TheOrderOfRulesPacksAndItemsChangesNothing) {
    Random random(11);
    std::vector<std::string> names{"aliexpress", "temu", "wish", "dhgate"};
    Library shops;  // without the laws, which are not shuffled
    for (const auto& name : names) ASSERT_TRUE(shops.add_pack(read_file(RETURNABLE_POLICIES_DIR "/" + name + ".json")).empty());
    for (int round = 0; round < 10; ++round) {
        Library shuffled;
        std::shuffle(names.begin(), names.end(), random);
        for (const auto& name : names) {
            auto pack = nlohmann::ordered_json::parse(read_file(RETURNABLE_POLICIES_DIR "/" + name + ".json"));
            std::shuffle(pack["rules"].begin(), pack["rules"].end(), random);
            for (const char* key : {"clauses", "conflicts", "sources"}) pack[key] = shuffled_keys(pack[key], random);
            pack = shuffled_keys(pack, random);
            ASSERT_TRUE(shuffled.add_pack(pack.dump()).empty());
        }
        for (int i = 0; i < 40; ++i) {
            const json order = random_case(random, names[static_cast<std::size_t>(i) % 4]).order;
            ASSERT_EQ(check_case(order, shops), check_case(order, shuffled)) << order.dump();
        }
    }
    json order = {{"as_of", "2026-05-10"}, {"facts", {{"marketplace", "aliexpress"}, {"received_on", "2026-05-04"}}}, {"items", json::array()}};
    for (const char* reason : {"damaged", "changed_mind", "late", "wrong_item"}) order["items"].push_back({{"id", reason}, {"facts", {{"reason", reason}}}});
    const auto by_id = [](const json& verdict) {
        std::map<std::string, json> items;
        for (const json& item : verdict["items"]) items[item["id"]] = item;
        return items;
    };
    const auto before = by_id(check_case(order));
    std::reverse(order["items"].begin(), order["items"].end());
    EXPECT_EQ(by_id(check_case(order)), before);
}

}  // namespace
}  // namespace returnable::test
