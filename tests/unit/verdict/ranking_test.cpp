// Which remedy stands first, which item heads the verdict, and that the quick answer is the same, in an invented shop.
#include "engine_view.h"
#include "invented_shop.h"
#include "writing/verdict_json.h"

namespace returnable::test {
namespace {

/// Remedies that differ in nothing but their name, and grounds for all of them.
json shop_of(const std::vector<std::string>& remedies) {
    json pack = shop();
    const json one = pack["remedies"][0];
    pack["remedies"] = json::array();
    for (const std::string& id : remedies) {
        json remedy = one;
        remedy["id"] = id;
        pack["remedies"].push_back(remedy);
    }
    pack["rules"] = json::array({rule("condition", {{"slot", "condition"}, {"says", "yes"}})});
    return pack;
}

void say(json& pack, const std::string& remedy, const std::string& status) {
    const bool spoken = status == "refused" || status == "conditional" || status == "contested";
    const std::string word = status == "refused" ? "no" : status == "conditional" ? "depends" : "may";
    pack["rules"].push_back(rule("grounds-" + remedy, {{"slot", "grounds"}, {"for", remedy}, {"says", spoken ? word : "yes"}}));
    if (status == "not_yet" || status == "expired") {
        const int length = status == "not_yet" ? 30 : 2;
        pack["rules"].push_back(rule("days-" + remedy, {{"slot", status == "not_yet" ? "opens" : "window"},
                                                        {"for", remedy},
                                                        {"by", {{"after", "received_on"}, {"length", length}, {"unit", "calendar_days"}}}}));
    }
}

const json received = {{"received_on", "2026-03-10"}};

std::string order_of(const json& pack, const json& facts = json::object()) {
    json all = received;
    all.update(facts);
    std::string out;
    const json verdict = ask(pack, all);
    for (const json& one : verdict["items"][0]["entitlements"]) out += (out.empty() ? "" : " ") + one["remedy"].get<std::string>();
    return out;
}

// allowed, then conditional and contested alike, then not_yet, expired, refused; of equals the one that the pack names first.
TEST(Ranking, TheBetterStatusStandsFirst) {
    const std::vector<std::pair<std::string, int>> ranks = {{"allowed", 0}, {"conditional", 1}, {"contested", 1},
                                                            {"not_yet", 2}, {"expired", 3},     {"refused", 4}};
    for (const auto& [one, rank] : ranks) {
        for (const auto& [other, other_rank] : ranks) {
            json pack = shop_of({"first", "second"});
            say(pack, "first", one);
            say(pack, "second", other);
            const json item = ask(pack, received)["items"][0];
            EXPECT_EQ(order_of(pack), other_rank < rank ? "second first" : "first second") << one << " and " << other;
            EXPECT_EQ(item["status"], other_rank < rank ? other : one) << one << " and " << other;
        }
    }
}

TEST(Ranking, OfEqualsTheOneThatIsWanted) {
    json pack = shop_of({"money", "another", "swap"});
    pack["remedies"][1]["wants"] = "replacement";
    pack["remedies"][2]["wants"] = "exchange";
    for (const char* id : {"money", "another", "swap"}) say(pack, id, "allowed");
    EXPECT_EQ(order_of(pack), "money another swap");
    EXPECT_EQ(order_of(pack, {{"wants", "refund"}}), "money another swap");
    EXPECT_EQ(order_of(pack, {{"wants", "replacement"}}), "another money swap");
    EXPECT_EQ(order_of(pack, {{"wants", "exchange"}}), "swap money another");
    EXPECT_EQ(order_of(pack, {{"wants", nullptr}}), "money another swap");
    std::swap(pack["remedies"][0], pack["remedies"][1]);
    EXPECT_EQ(order_of(pack), "another money swap") << "nothing is wanted, not even money back";
}

TEST(Ranking, AWishDoesNotOutweighAStatus) {
    json pack = shop_of({"money", "swap"});
    pack["remedies"][1]["wants"] = "exchange";
    say(pack, "money", "conditional");
    say(pack, "swap", "not_yet");
    EXPECT_EQ(order_of(pack, {{"wants", "exchange"}}), "money swap");
}

// A remedy leads where it may be had now, and not where it is still to come or over.
TEST(Ranking, OnlyWhatCanBeHadLeads) {
    for (const char* status : {"allowed", "conditional", "contested", "not_yet", "expired", "refused"}) {
        json pack = shop_of({"first", "leader"});
        pack["remedies"][1]["leads"] = {{"opened", true}};
        say(pack, "first", "allowed");
        say(pack, "leader", status);
        const std::string word = status;
        const bool leads = word == "allowed" || word == "conditional" || word == "contested";
        EXPECT_EQ(order_of(pack, {{"opened", true}}), leads ? "leader first" : "first leader") << status;
        EXPECT_EQ(order_of(pack, {{"opened", false}}), "first leader") << status;
    }
}

// What is assumed counts as said, whether or not anything else hangs on an assumption; the quick answer sees it alike.
TEST(Ranking, WhatIsAssumedLeads) {
    for (const bool more : {false, true}) {
        json pack = shop_of({"first", "leader"});
        pack["facts"]["opened"] = {{"assume", false}};
        pack["facts"]["unused"] = {{"assume", true}};
        pack["remedies"][1]["leads"] = {{"opened", false}};
        for (const char* id : {"first", "leader"}) say(pack, id, "allowed");
        if (more) {
            for (const bool unused : {false, true}) {
                pack["rules"].push_back(
                    rule(unused ? "unused" : "used", {{"slot", "return_shipping"}, {"when", {{"unused", unused}}}, {"payers", {unused ? "seller" : "buyer"}}}));
            }
        }
        EXPECT_EQ(order_of(pack), "leader first") << more;
        EXPECT_EQ(order_of(pack, {{"opened", false}}), "leader first") << more;
        EXPECT_EQ(order_of(pack, {{"opened", true}}), "first leader") << more;
        EXPECT_EQ(order_of(pack, {{"opened", nullptr}}), "first leader") << more;
    }
}

TEST(Ranking, ALastResortStandsBehindEveryPromiseAndIsNoAnswer) {
    json pack = shop_of({"bank", "money"});
    pack["remedies"][0]["kind"] = "last_resort";
    say(pack, "bank", "allowed");
    say(pack, "money", "refused");
    EXPECT_EQ(order_of(pack), "money bank");
    pack["remedies"].erase(1);
    pack["rules"].erase(2);
    const json verdict = ask(pack, received);
    EXPECT_EQ(verdict["items"][0]["status"], "not_covered");
    EXPECT_EQ(verdict["items"][0]["entitlements"][0]["status"], "allowed");
    EXPECT_EQ(verdict["headline"], json::parse(R"({"item":"item","entitlement":null,"phase":"start","beside":null})"));
}

struct Shop {
    const char* what;
    std::vector<std::string> statuses;  // of the remedies "0", "1", …; one with ! before it is a last resort
    const char *status, *payers;
};

TEST(Ranking, TheQuickAnswerIsThatOfTheBestPromise) {
    const std::vector<Shop> shops = {
        {"one promise", {"allowed"}, "allowed", R"(["buyer"])"},
        {"the second is better", {"refused", "allowed"}, "allowed", R"(["seller"])"},
        {"the first is better", {"allowed", "refused"}, "allowed", R"(["buyer"])"},
        {"equals", {"allowed", "allowed"}, "allowed", R"(["buyer"])"},
        {"a last resort before it", {"!allowed", "refused"}, "refused", R"(["seller"])"},
        {"nothing but a last resort", {"!allowed"}, "not_covered", "null"},
    };
    for (const Shop& row : shops) {
        std::vector<std::string> ids;
        for (std::size_t i = 0; i < row.statuses.size(); ++i) ids.push_back(std::to_string(i));
        json pack = shop_of(ids);
        for (std::size_t i = 0; i < ids.size(); ++i) {
            const bool last_resort = row.statuses[i][0] == '!';
            if (last_resort) pack["remedies"][i]["kind"] = "last_resort";
            say(pack, ids[i], row.statuses[i].substr(last_resort));
            pack["rules"].push_back(rule("postage-" + ids[i], {{"slot", "return_shipping"}, {"for", ids[i]}, {"payers", {i == 0 ? "buyer" : "seller"}}}));
        }
        Library library;
        ASSERT_TRUE(library.add_pack(pack.dump()).empty()) << row.what;
        json order = {{"as_of", "2026-03-20"}, {"facts", {{"marketplace", "blue_kettle"}, {"reason", "damaged"}, {"received_on", "2026-03-10"}}}};
        const std::string text = order.dump();
        const std::string_view all[] = {text};
        const json quick = json::parse(check_all_json(library, all))[0]["items"][0];
        EXPECT_EQ(quick["status"], row.status) << row.what;
        EXPECT_EQ(quick["return_shipping"], json::parse(row.payers)) << row.what;
        EXPECT_EQ(check_case(order, library)["items"][0]["status"], row.status) << row.what;
    }
}

// What every verdict says of itself, and what one says where no edition is in force.
TEST(Ranking, AVerdictNamesItsPackAndItsItem) {
    json pack = shop_of({"money"});
    say(pack, "money", "allowed");
    const json one = ask(pack, received);
    EXPECT_EQ(one["policy"], "blue_kettle");
    EXPECT_EQ(one["headline"]["item"], "item");
    pack["remedies"][0]["when"] = {{"reason", "not_received"}};
    const json none = ask(pack, received);
    EXPECT_EQ(none["items"][0]["status"], "not_covered");
    EXPECT_EQ(none["headline"], json::parse(R"({"item":"item","entitlement":null,"phase":"start","beside":null})"));
    pack["effective"] = {{"from", "2026-04-01"}};
    const json early = ask(pack, received);
    EXPECT_EQ(early["policy"], "blue_kettle");
    EXPECT_EQ(early["headline"], json::parse(R"({"item":"item","entitlement":null,"phase":"start","beside":null})"));
}

// Whether it would be is tried, as with any assumption; it is not the answer.
TEST(Ranking, ARemedyThatOnlyAnotherValueOfAnAssumptionWouldGrantIsNotShown) {
    json pack = shop_of({"money", "credit"});
    pack["remedies"][1]["when"] = {{"boiled", true}};
    say(pack, "money", "allowed");
    say(pack, "credit", "allowed");
    EXPECT_EQ(order_of(pack), "money");
    EXPECT_EQ(order_of(pack, {{"boiled", true}}), "money credit");
}

TEST(Ranking, AVerdictOutlivesItsLibrary) {
    for (const char* from : {"2026-01-01", "2026-04-01"}) {
        json pack = shop_of({"money"});
        say(pack, "money", "allowed");
        pack["effective"] = {{"from", from}};
        auto shops = std::make_unique<Library>();
        ASSERT_TRUE(shops->add_pack(pack.dump()).empty());
        Case order;
        order.as_of = *parse_date("2026-03-20");
        order.facts = {{"marketplace", std::string("blue_kettle")}, {"reason", std::string("damaged")}};
        const auto verdict = check(*shops, order);
        shops.reset();
        const std::string noise(sizeof(void*) * 1000, 'x');
        ASSERT_TRUE(verdict);
        EXPECT_EQ(verdict.value->policy, "blue_kettle") << noise.size();
    }
}

// Its lists of names, too: short ones, and such as need room of their own.
TEST(Ranking, TheListsOfAVerdictOutliveTheOneThatItWasCopiedFrom) {
    json pack = shop_of({"money"});
    say(pack, "money", "allowed");
    json expected = json::object();
    for (const int length : {1, 30, 31, 32, 63, 64, 65, 130, 400}) {
        json names = json::array();
        for (int i = 0; i < length; ++i) {
            const std::string number = std::to_string(1000 + i), name = "of_" + std::to_string(length) + "_" + number;
            pack["clauses"][name] = pack["clauses"]["R1"];
            names.push_back(name);
        }
        const std::string id = "step_" + std::to_string(length);
        pack["steps"].push_back({{"id", id}, {"actor", "seller"}, {"clauses", names}});
        expected[id] = names;
    }
    auto shops = std::make_unique<Library>();
    const auto errors = shops->add_pack(pack.dump());
    ASSERT_TRUE(errors.empty()) << errors_text(errors);
    auto order = std::make_unique<Case>();
    order->as_of = *parse_date("2026-03-20");
    order->facts = {{"marketplace", std::string("blue_kettle")}, {"reason", std::string("damaged")}};
    auto first = std::make_unique<Result<view::Verdict>>(check_view(*shops, *order));
    ASSERT_TRUE(*first);
    const view::Verdict copy = *first->value;
    first.reset();
    shops.reset();
    order.reset();
    const json one = entitlement(json::parse(write_view(copy)), "money");
    json found = json::object();
    for (const json& step : one["steps"]) {
        if (expected.contains(step["id"])) found[step["id"].get<std::string>()] = step["clauses"];
    }
    EXPECT_EQ(found, expected);
}

// However many editions a shop has, it is compared once; and where one shop cannot be answered, that is said.
TEST(Ranking, AShopIsComparedOnce) {
    json now = shop_of({"money"}), before = now, other = now;
    say(now, "money", "allowed");
    before["effective"] = {{"to", "2025-12-31"}};
    now["effective"] = {{"from", "2026-01-01"}};
    other["id"] = "red_kettle";
    Library shops;
    for (const json& pack : {before, other, now}) ASSERT_TRUE(shops.add_pack(pack.dump()).empty());
    const std::string order = R"({"as_of":"2026-03-20","facts":{"marketplace":"blue_kettle","reason":"damaged"}})";
    const json all = json::parse(compare_json(shops, order));
    ASSERT_EQ(all.size(), 2u) << all.dump();
    EXPECT_EQ(compare(shops, *read_case(shops, order).value).value->size(), 2u);
    EXPECT_EQ(all["blue_kettle"]["items"][0]["status"], "allowed");
}

// A question that only the second item needs is asked for the second item.
TEST(Ranking, EveryItemIsAskedFor) {
    json pack = shop_of({"money"});
    pack["rules"].push_back(rule("damaged", {{"slot", "grounds"}, {"when", {{"reason", "damaged"}}}, {"says", "yes"}}));
    for (const bool opened : {false, true}) {
        pack["rules"].push_back(rule(opened ? "opened" : "sealed",
                                     {{"slot", "grounds"}, {"when", {{"reason", "changed_mind"}, {"opened", opened}}}, {"says", opened ? "no" : "yes"}}));
    }
    Library library;
    ASSERT_TRUE(library.add_pack(pack.dump()).empty());
    json order = {{"as_of", "2026-03-20"}, {"facts", {{"marketplace", "blue_kettle"}}}};
    order["items"] = json::parse(R"([{"id":"one","facts":{"reason":"damaged"}},{"id":"two","facts":{"reason":"changed_mind"}},
                                     {"id":"three","facts":{"reason":"changed_mind"}}])");
    EXPECT_EQ(check_case(order, library)["next_question"]["fact"], "opened");
    EXPECT_EQ(check_case(order, library)["next_question"]["items"], json::array({"two", "three"}));
}

}  // namespace
}  // namespace returnable::test
