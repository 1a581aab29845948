// Thirty packs with one fault each: every fault is named with its code and place, and with a hint. And the invented
// shop of tests/packs, written without programming, answers.
#include "pack/dictionary.h"
#include "support.h"

namespace returnable::test {
namespace {

json sound() { return json::parse(read_file(RETURNABLE_PACKS_DIR "/blue_kettle.json")); }

struct Fault {
    const char* what;
    std::function<void(json&)> plant;
    std::string code, path, hint;
};

std::vector<Fault> faults() {
    return {
        {"no id", [](json& p) { p.erase("id"); }, "missing", "", "id"},
        {"no name", [](json& p) { p.erase("name"); }, "missing", "", "name"},
        {"an id with a blank", [](json& p) { p["id"] = "blue kettle"; }, "bad_value", "/id", "letters"},
        {"no day of checking", [](json& p) { p.erase("checked_on"); }, "missing", "", "checked_on"},
        {"a day that does not exist", [](json& p) { p["checked_on"] = "2026-02-30"; }, "bad_date", "/checked_on", "YYYY-MM-DD"},
        {"a misspelt key", [](json& p) { p["remedys"] = json::array(); }, "unknown_key", "/remedys", "remedies"},
        {"no sources", [](json& p) { p.erase("sources"); }, "missing", "", "sources"},
        {"an unknown tier", [](json& p) { p["sources"]["shop-page"]["tier"] = "gide"; }, "bad_value", "/sources/shop-page/tier", "guide"},
        {"a clause from nowhere", [](json& p) { p["clauses"]["R1"]["source"] = "shop_page"; }, "unknown_name", "/clauses/R1/source", "shop-page"},
        {"a clause without words", [](json& p) { p["clauses"]["R1"].erase("says"); }, "missing", "/clauses/R1", "says"},
        {"a rule without a clause", [](json& p) { p["rules"][0].erase("clauses"); }, "missing", "/rules/0", "clauses"},
        {"a rule that cites nothing", [](json& p) { p["rules"][0]["clauses"] = json::array(); }, "missing", "/rules/0/clauses", "clause"},
        {"a clause that is not there", [](json& p) { p["rules"][0]["clauses"][0] = "R9"; }, "unknown_name", "/rules/0/clauses/0", "R"},
        {"a slot that is not there", [](json& p) { p["rules"][0]["slot"] = "windw"; }, "unknown_name", "/rules/0/slot", "window"},
        {"a rule without effect", [](json& p) { p["rules"][0].erase("by"); }, "missing", "/rules/0", "effect"},
        {"overrides itself",
         [](json& p) {
             p["rules"][1]["overrides"] = {"forty-days", "our-mistake"};
         },
         "bad_value", "/rules/1/overrides/1", "itself"},
        {"two effects", [](json& p) { p["rules"][0]["payers"] = {"buyer"}; }, "missing", "/rules/0", "one effect"},
        {"a window without a unit", [](json& p) { p["rules"][0]["by"].erase("unit"); }, "missing", "/rules/0/by", "unit"},
        {"a unit that is not one", [](json& p) { p["rules"][0]["by"]["unit"] = "days"; }, "bad_value", "/rules/0/by/unit", "calendar_days"},
        {"a negative length", [](json& p) { p["rules"][0]["by"]["length"] = -3; }, "out_of_range", "/rules/0/by/length", "0"},
        {"a length in words", [](json& p) { p["rules"][0]["by"]["length"] = "40"; }, "wrong_type", "/rules/0/by/length", "number"},
        {"an event that is not one", [](json& p) { p["rules"][0]["by"]["after"] = "recieved_on"; }, "unknown_name", "/rules/0/by/after", ""},
        {"a fact that is not there", [](json& p) { p["rules"][1]["when"]["resaon"] = "damaged"; }, "unknown_name", "/rules/1/when/resaon", "reason"},
        {"a value that is not there", [](json& p) { p["rules"][1]["when"]["reason"] = "damagd"; }, "bad_value", "/rules/1/when/reason", "damaged"},
        {"a payer that is not one", [](json& p) { p["rules"][3]["payers"] = {"shop"}; }, "bad_value", "/rules/3/payers/0", "buyer"},
        {"an override of nothing", [](json& p) { p["rules"][1]["overrides"] = "no-such-rule"; }, "unknown_name", "/rules/1/overrides", "name"},
        {"two rules of one id", [](json& p) { p["rules"][1]["id"] = p["rules"][0]["id"]; }, "duplicate_id", "/rules/1/id", "taken"},
        {"a contradiction",
         [](json& p) {
             p["rules"].push_back(
                 {{"id", "shorter"}, {"slot", "window"}, {"by", {{"after", "received_on"}, {"length", 7}, {"unit", "calendar_days"}}}, {"clauses", {"R1"}}});
         },
         "contradiction", "/rules/", "override"},
        {"a fact of its own without a prompt", [](json& p) { p["facts"]["kettle_club"].erase("prompt"); }, "missing", "/facts/kettle_club", "prompt"},
        {"an assumption about the reason",
         [](json& p) {
             p["facts"]["reason"] = {{"assume", "damaged"}};
         },
         "bad_value", "/facts/reason/assume", "never"},
        {"a range that is upside down",
         [](json& p) {
             p["facts"]["seller_return_window"] = {{"range", {30, 15}}};
         },
         "out_of_range", "/facts/seller_return_window/range/1", "30"},
        {"a step that waits for itself", [](json& p) { p["steps"][0]["after"] = p["steps"][0]["id"]; }, "cycle", "/steps/0", "itself"},
        {"a period that ends before it begins",
         [](json& p) {
             p["effective"] = {{"from", "2026-02-01"}, {"to", "2026-01-01"}};
         },
         "bad_value", "/effective", "ends"},
        {"a reading that nobody explains away", [](json& p) { p["conflicts"]["X1"]["readings"][1].erase("why"); }, "missing", "/conflicts/X1/readings/1",
         "why"},
        {"a rule on a reading that is set aside",
         [](json& p) {
             p["rules"][0]["reading"] = {{"X1", "from_order"}};
         },
         "bad_value", "/rules/0/reading/X1", "set aside"},
    };
}

TEST(BadPack, EachFaultIsNamedWithItsPlaceAndAHint) {
    ASSERT_TRUE(library().validate(sound().dump()).empty()) << errors_text(library().validate(sound().dump()));
    const auto all = faults();
    ASSERT_GE(all.size(), 30u);
    for (const Fault& fault : all) {
        json pack = sound();
        fault.plant(pack);
        const auto errors = library().validate(pack.dump());
        const bool named = std::any_of(errors.begin(), errors.end(), [&](const Error& e) {
            return e.code == fault.code && e.path.starts_with(fault.path) && e.message.find(fault.hint) != std::string::npos;
        });
        EXPECT_TRUE(named) << fault.what << ": " << errors_text(errors);
        Library other;
        EXPECT_FALSE(other.add_pack(pack.dump()).empty());
        EXPECT_TRUE(other.packs().empty()) << "half a pack was added: " << fault.what;
    }
}

TEST(BadPack, TextThatIsNoPackIsRefused) {
    for (const std::string text : {"", "{", "[]", "null", "7", "\"x\""}) EXPECT_FALSE(library().validate(text).empty()) << text;
    EXPECT_EQ(library().validate(std::string(100'000, '[')).at(0).code, "too_deep");
    EXPECT_EQ(library().validate(std::string(2'000'000, ' ')).at(0).code, "too_large");
    EXPECT_EQ(library().validate(R"({"id":"a","id":"b"})").at(0).code, "duplicate_key");
}

json many(const json& one, std::size_t count) {
    json list = json::array();
    for (std::size_t i = 0; i < count; ++i) {
        list.push_back(one);
        list.back()["id"] = "thing-" + std::to_string(i);
    }
    return list;
}

TEST(BadPack, OverALimitIsAFaultAndNothingIsWrittenPastIt) {
    json steps = sound(), remedies = sound(), readings = sound(), countries = sound();
    steps["steps"] = many(sound()["steps"][0], 5000);
    remedies["remedies"] = many(sound()["remedies"][0], 500);
    readings["conflicts"]["X1"]["readings"] = many(sound()["conflicts"]["X1"]["readings"][0], 300);
    for (const FactSpec& fact : dictionary().facts) {
        if (fact.id != "country") continue;
        for (const std::string& value : fact.values) {
            countries["rules"].push_back(
                {{"id", "in-" + value}, {"slot", "return_shipping"}, {"when", {{"country", value}}}, {"payers", {"buyer"}}, {"clauses", "R4"}});
        }
    }
    json own = sound();
    for (int i = 0; i < 200; ++i) own["facts"]["own_" + std::to_string(i)] = {{"kind", "yes_no"}, {"prompt", "Well?"}};
    for (const json& pack : {steps, remedies, readings, countries, own}) {
        const auto errors = library().validate(pack.dump());
        EXPECT_TRUE(std::any_of(errors.begin(), errors.end(), [](const Error& e) { return e.code == "too_many"; })) << errors_text(errors).substr(0, 500);
    }
}

TEST(BadPack, ASlotThatReadsThirteenOpenFactsIsNamed) {
    json pack = sound();
    pack["advice"] = {"ask_first"};
    const auto with_facts = [&](int count) {
        json one = pack;
        for (int i = 0; i < count; ++i) {
            const std::string fact = "open_" + std::to_string(i);
            one["facts"][fact] = {{"kind", "yes_no"}, {"prompt", "Well?"}};
            one["rules"].push_back({{"id", "code-" + fact}, {"slot", "advice"}, {"when", {{fact, true}}}, {"codes", {"ask_first"}}, {"clauses", "R1"}});
        }
        return library().validate(one.dump());
    };
    EXPECT_TRUE(with_facts(12).empty()) << errors_text(with_facts(12));
    const auto errors = with_facts(13);
    ASSERT_EQ(errors.size(), 1u) << errors_text(errors);
    EXPECT_EQ(errors[0].code + " " + errors[0].path, "too_many /remedies/0");
    EXPECT_NE(errors[0].message.find("\"advice\" of \"refund_on_return\" read 13"), std::string::npos) << errors[0].message;
}

// Each condition beside a second rule that says something else: a fault unless the two exclude each other.
TEST(BadPack, RulesThatContradictAreFoundUnderEveryKindOfCondition) {
    const std::pair<const char*, bool> pairs[] = {
        {R"([{"price":{"more_than":"return_shipping_cost"}},{"price":{"more_than":"return_shipping_cost"}}])", true},
        {R"([{"price":{"more_than":"return_shipping_cost"}},{"not":{"price":{"more_than":"return_shipping_cost"}}}])", false},
        {R"([{"price":{"at_least":10}},{"price":{"at_most":9}}])", false},
        {R"([{"price":{"at_least":10}},{"price":{"at_most":10}}])", true},
        {R"([{"past":"promised_by"},{"reached":"extension_until"}])", true},
        {R"([{"returned_on":true},{"returned_on":false}])", false},
        {R"([{"any":[{"opened":true},{"returned_on":true}]},{"all":[{"opened":false},{"returned_on":false}]}])", false},
        {R"([{"any":[{"opened":true},{"returned_on":true}]},{"opened":false}])", true},
    };
    for (const auto& [conditions, contradict] : pairs) {
        json pack = sound();
        for (const char* fact : {"price", "return_shipping_cost"}) pack["facts"][fact] = {{"absent", "unstated"}};
        pack["rules"] = json::array();
        const json both = json::parse(conditions);
        for (const int days : {10, 20}) {
            pack["rules"].push_back({{"id", "within-" + std::to_string(days)},
                                     {"slot", "window"},
                                     {"when", both[days == 10 ? 0 : 1]},
                                     {"by", {{"after", "received_on"}, {"length", days}, {"unit", "calendar_days"}}},
                                     {"clauses", "R1"}});
        }
        const auto errors = library().validate(pack.dump());
        const bool found = std::any_of(errors.begin(), errors.end(), [](const Error& e) { return e.code == "contradiction"; });
        EXPECT_EQ(found, contradict) << conditions << "\n" << errors_text(errors);
    }
}

TEST(Packs, OneShopMayHaveEditionsThatDoNotOverlap) {
    json old = sound(), young = sound();
    old["effective"] = {{"to", "2025-12-31"}};
    young["effective"] = {{"from", "2026-01-01"}};
    young["rules"][0]["by"]["length"] = 20;
    Library shop;
    ASSERT_TRUE(shop.add_pack(old.dump()).empty());
    ASSERT_TRUE(shop.add_pack(young.dump()).empty());
    EXPECT_EQ(shop.add_pack(young.dump()).at(0).code, "overlap");
    EXPECT_EQ(shop.packs().size(), 2u);
    json order = {{"as_of", "2026-01-20"}, {"facts", {{"marketplace", "blue_kettle"}, {"reason", "damaged"}, {"received_on", "2026-01-10"}}}};
    EXPECT_EQ(entitlement(check_case(order, shop), "refund_on_return")["act_by"]["safe"], "2026-01-30");
    order["facts"]["ordered_on"] = "2025-12-20";  // the edition in force on the day of the order
    EXPECT_EQ(entitlement(check_case(order, shop), "refund_on_return")["act_by"]["safe"], "2026-02-19");
}

TEST(Packs, WhereNoEditionIsInForceNothingIsCovered) {
    json old = sound();
    old["effective"] = {{"to", "2025-12-31"}};
    Library shop;
    ASSERT_TRUE(shop.add_pack(old.dump()).empty());
    const json verdict = check_case({{"as_of", "2026-01-20"}, {"facts", {{"marketplace", "blue_kettle"}, {"reason", "damaged"}}}}, shop);
    EXPECT_EQ(verdict["items"][0]["status"], "not_covered");
    EXPECT_TRUE(verdict["items"][0]["entitlements"].empty());
    EXPECT_EQ(verdict["headline"], json::parse(R"({"item":"item","entitlement":null,"phase":"start","beside":null})"));
}

TEST(Packs, AnInventedShopAnswersWithFactsOfItsOwn) {
    Library shop = library();
    ASSERT_TRUE(shop.add_pack(sound().dump()).empty());
    const json order = {{"as_of", "2026-03-01"}, {"facts", {{"marketplace", "blue_kettle"}, {"reason", "changed_mind"}, {"received_on", "2026-02-01"}}}};
    const json verdict = check_case(order, shop);
    EXPECT_EQ(verdict["items"][0]["status"], "conditional");
    EXPECT_EQ(verdict["next_question"]["fact"], "kettle_club");
    json member = order;
    member["facts"]["kettle_club"] = true;
    EXPECT_EQ(check_case(member, shop)["items"][0]["status"], "allowed");
    EXPECT_EQ(entitlement(check_case(member, shop), "refund_on_return")["act_by"]["last"], "2026-03-13");
    const json all = json::parse(compare_json(shop, member.dump()));
    EXPECT_EQ(all.size(), 5u);
    EXPECT_TRUE(all["aliexpress"].contains("items")) << "another shop does not mind a fact that only this one knows";
}

}  // namespace
}  // namespace returnable::test
