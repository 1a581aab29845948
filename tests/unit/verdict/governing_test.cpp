// Packs that govern stand beside a shop and change nothing of it: the same case, asked with and without them.
#include <cstdlib>
#include <filesystem>
#include <random>

#include "support.h"

namespace returnable::test {
namespace {

Library shops_alone() {
    Library shops;
    for (const char* id : {"aliexpress", "dhgate", "temu", "wish"}) {
        EXPECT_EQ(errors_text(shops.add_pack(read_file(std::string(RETURNABLE_POLICIES_DIR "/") + id + ".json"))), "");
    }
    return shops;
}

/// What is the shop's own of a verdict: all but the entitlements, clauses and the reference that others added.
json own_part(json verdict) {
    const json policy = verdict.at("policy");
    json& headline = verdict.at("headline");
    for (json& item : verdict.at("items")) {
        json own = json::array();
        const bool leads = item.at("id") == headline.at("item") && !headline.at("entitlement").is_null();
        const std::size_t led = leads ? headline.at("entitlement").get<std::size_t>() : 0;
        for (std::size_t i = 0; i < item.at("entitlements").size(); ++i) {
            if (leads && i == led) headline["entitlement"] = own.size();
            if (item["entitlements"][i].at("policy") == policy) own.push_back(item["entitlements"][i]);
        }
        item["entitlements"] = own;
    }
    headline.erase("beside");
    json clauses;
    for (const auto& [id, clause] : verdict.at("clauses").items()) {
        const std::string tier = clause.value("tier", "");
        const bool beside = tier == "law" || tier == "scheme_rule" || id.starts_with("PP-");
        if (!beside) clauses[id] = clause;
    }
    verdict["clauses"] = clauses;
    return verdict;
}

/// Where the laws changed something of the shop's, in words; empty where they did not.
std::string leak(const json& with, const json& without) {
    if (with.contains("errors") || without.contains("errors")) return with == without ? "" : "errors differ";
    const std::string a = own_part(with).dump(), b = own_part(without).dump();
    return a == b ? "" : json::diff(json::parse(a), json::parse(b)).dump().substr(0, 600);
}

class Cases {
public:
    explicit Cases(unsigned seed) : random_(seed) {}

    json next() {
        const int today = 20'000 + pick(1'500);
        json facts{{"marketplace", one_of({"aliexpress", "temu", "wish", "dhgate"})}};
        const int ordered = today - pick(900);
        if (flip(0.9))
            facts["country"] = one_of({"FR", "DE", "ES", "IT", "NL", "BE", "PT", "PL", "GB", "US", "BR", "MX", "RU", "IL", "CL", "UA", "CA", "AU", "CH"});
        if (flip(0.8)) facts["ordered_on"] = day(ordered);
        const std::string reason =
            one_of({"changed_mind", "damaged", "defective", "wrong_item", "not_as_described", "not_received", "late", "ordered_wrong_size"});
        if (flip(0.9)) facts["reason"] = reason;
        if (flip(0.9)) facts["category"] = one_of({"general", "apparel", "electronics", "perishable", "personal_care", "custom_made", "intimate_apparel"});
        int at = ordered;
        const auto event = [&](const char* name, double chance) {
            at = std::min(today, at + pick(25));
            if (flip(chance)) facts[name] = day(at);
        };
        event("shipped_on", 0.3);
        if (reason != "not_received") event("received_on", 0.8);
        event("dispute_opened_on", 0.2);
        event("seller_replied_on", 0.1);
        event("return_approved_on", 0.1);
        event("returned_on", 0.15);
        event("return_received_on", 0.1);
        event("refund_received_on", 0.05);
        for (const char* name : {"unused", "opened", "free_return", "return_tracked"}) {
            if (flip(0.2)) facts[name] = flip(0.5);
        }
        if (flip(0.3)) facts["wants"] = one_of({"refund", "replacement", "exchange"});
        if (flip(0.3)) facts["payment_method"] = one_of({"card", "bank_transfer", "e_wallet"});
        if (flip(0.2)) facts["price"] = pick(90'000);
        return {{"as_of", day(today)}, {"currency", one_of({"EUR", "GBP", "USD"})}, {"facts", facts}};
    }

private:
    int pick(int below) { return static_cast<int>(random_() % static_cast<unsigned>(below)); }
    bool flip(double chance) { return pick(1'000) < chance * 1'000; }
    std::string one_of(std::initializer_list<const char*> all) { return all.begin()[pick(static_cast<int>(all.size()))]; }
    static std::string day(int days) { return format_date(Date{std::chrono::days{days}}); }

    std::mt19937 random_;
};

// RETURNABLE_LAW_CASES asks more of them than are quick.
TEST(Governing, ChangesNothingOfTheShop) {
    const char* asked = std::getenv("RETURNABLE_LAW_CASES");
    const int count = asked ? std::atoi(asked) : 2'000;
    const Library shops = shops_alone();
    Cases cases(20);
    int with_law = 0, beside = 0;
    for (int i = 0; i < count; ++i) {
        const json order = cases.next();
        const json with = check_case(order), without = check_case(order, shops);
        ASSERT_EQ(leak(with, without), "") << order.dump();
        if (with.contains("errors")) continue;
        with_law += with["items"][0]["entitlements"].size() > without["items"][0]["entitlements"].size();
        beside += !with["headline"]["beside"].is_null();
        ASSERT_TRUE(without["headline"]["beside"].is_null());
    }
    EXPECT_GT(with_law, count / 2);
    EXPECT_GT(beside, count / 10);
}

TEST(Governing, APlantedLeakIsFound) {
    const json order = json::parse(
        R"({"as_of":"2026-03-10","facts":{"marketplace":"aliexpress","country":"FR","received_on":"2026-03-02","reason":"damaged","category":"general"}})");
    const json good = check_case(order), without = check_case(order, shops_alone());
    ASSERT_EQ(leak(good, without), "");
    json day = good, question = good, payer = good, headline = good, lost = good;
    day["items"][0]["entitlements"][0]["act_by"]["last"] = "2026-04-30";
    question["next_question"] = nullptr;
    payer["items"][0]["entitlements"][0]["return_shipping"] = json::array({"seller"});
    headline["headline"]["entitlement"] = 3;
    lost["items"][0]["entitlements"].erase(0);
    for (const json& planted : {day, question, payer, headline, lost}) EXPECT_NE(leak(planted, without), "");
}

TEST(Governing, LawsStandBehindPromisesAndBeforeLastResorts) {
    Cases cases(21);
    for (int i = 0; i < 500; ++i) {
        const json verdict = check_case(cases.next());
        if (verdict.contains("errors")) continue;
        for (const json& item : verdict["items"]) {
            int before = 0;
            for (const json& e : item["entitlements"]) {
                const int kind = e["kind"] == "promise" ? 0 : e["kind"] == "statutory" ? 1 : 2;
                EXPECT_LE(before, kind);
                before = kind;
            }
        }
    }
}

// The property of next_question: an answer that it might get changes the entitlement that it was asked about.
TEST(Governing, ItsQuestionIsNeverIdle) {
    Cases cases(22);
    int asked = 0;
    for (int i = 0; i < 3'000; ++i) {
        json order = cases.next();
        const json verdict = check_case(order);
        if (verdict.contains("errors") || verdict["headline"]["beside"].is_null()) continue;
        const json& beside = verdict["headline"]["beside"];
        if (beside["question"].is_null()) continue;
        const std::string fact = beside["question"]["fact"];
        EXPECT_FALSE(beside["question"]["why"].empty());
        const json before = verdict["items"][0]["entitlements"][beside["entitlement"].get<std::size_t>()];
        json answers{true, false};
        if (fact == "reason") answers = {"changed_mind", "defective", "not_received", "seller_cancelled"};
        if (fact == "category") answers = {"general", "custom_made", "perishable"};
        if (fact.ends_with("_on")) {  // the days of other events are never out of order
            answers = json::array({order["as_of"]});
            for (const auto& [name, value] : order["facts"].items()) {
                if (name.ends_with("_on")) answers.push_back(value);
            }
        }
        bool changes = false;
        for (const json& answer : answers) {
            order["facts"][fact] = answer;
            const json after = check_case(order);
            if (after.contains("errors")) continue;
            bool same = false;
            for (const json& e : after["items"][0]["entitlements"]) {
                same = same || (e["policy"] == before["policy"] && e["remedy"] == before["remedy"] && e["status"] == before["status"] &&
                                e["act_by"] == before["act_by"] && e["return_shipping"] == before["return_shipping"] && e["refund_by"] == before["refund_by"]);
            }
            changes = changes || !same;
        }
        EXPECT_TRUE(changes) << fact << " of " << order.dump();
        ++asked;
    }
    EXPECT_GT(asked, 20);
}

TEST(Governing, IsNoMarketplaceAndAddsNoKeyToCompare) {
    for (const char* id : {"eu-withdrawal", "paypal", "uk-consumer-law"}) {
        const json verdict = check_case({{"as_of", "2026-03-10"}, {"facts", {{"marketplace", id}}}});
        ASSERT_TRUE(verdict.contains("errors"));
        EXPECT_EQ(verdict["errors"][0]["code"], "bad_value");
        EXPECT_EQ(verdict["errors"][0]["path"], "/facts/marketplace");
    }
    const json order = json::parse(
        R"({"as_of":"2026-03-10","facts":{"marketplace":"wish","country":"FR","received_on":"2026-03-02","reason":"damaged","category":"general"}})");
    const json all = json::parse(compare_json(library(), order.dump()));
    EXPECT_EQ(all.size(), 4u);
    for (const auto& [shop, verdict] : all.items()) {
        json asked = order;
        asked["facts"]["marketplace"] = shop;
        EXPECT_EQ(verdict, check_case(asked)) << shop;
    }
}

TEST(Governing, ASweepGivesTheStatusBeside) {
    const std::string order =
        R"({"as_of":"2026-03-10","facts":{"marketplace":"wish","country":"FR","received_on":"2026-03-02","reason":"changed_mind","category":"general"}})";
    const json days = json::parse(sweep_json(library(), order, "2026-03-16", "2026-03-17"));
    EXPECT_EQ(days[0]["items"][0]["beside_status"], "allowed");
    EXPECT_EQ(days[1]["items"][0]["beside_status"], nullptr);
}

TEST(Governing, PacksSayWhatTheyGovern) {
    std::size_t shops = 0, laws = 0;
    for (const PackSummary& pack : library().packs()) (pack.governs.empty() ? shops : laws) += 1;
    EXPECT_EQ(shops, 4u);
    EXPECT_GT(laws, 15u);
}

TEST(Governing, AnIdOfALawIsTakenOnce) {
    Library packs = library();
    json pack = json::parse(read_file(RETURNABLE_POLICIES_DIR "/../laws/paypal.json"));
    pack["id"] = "other-wallet";
    const auto errors = packs.add_pack(pack.dump());
    ASSERT_FALSE(errors.empty());
    EXPECT_EQ(errors[0].code, "duplicate");
}

TEST(Governing, OnlyAPackThatGovernsIsStatutory) {
    json shop = json::parse(read_file(RETURNABLE_POLICIES_DIR "/wish.json"));
    shop["remedies"][0]["kind"] = "statutory";
    EXPECT_NE(errors_text(Library().validate(shop.dump())), "");
    json law = json::parse(read_file(RETURNABLE_POLICIES_DIR "/../laws/paypal.json"));
    law["remedies"][0]["kind"] = "promise";
    EXPECT_NE(errors_text(Library().validate(law.dump())), "");
    law["remedies"][0]["kind"] = "last_resort";
    for (const json& governs : {json{"XX"}, json::array(), json("nowhere"), json::array({"everywhere"})}) {
        law["governs"] = governs;
        EXPECT_NE(errors_text(Library().validate(law.dump())), "") << governs.dump();
    }
}

}  // namespace
}  // namespace returnable::test
