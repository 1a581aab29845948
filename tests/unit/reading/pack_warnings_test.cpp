// Packs without faults of which something would never be seen: each planted mistake gives a warning that names the cure.
#include <algorithm>

#include "invented_shop.h"

namespace returnable::test {
namespace {

// A shop of which nothing is lost.
json whole() {
    json pack = shop();
    pack["remedies"][0]["when"] = {{"reason", {"damaged", "changed_mind"}}};
    pack["remedies"][0]["refund_step"] = "refund_issued";
    pack["steps"].push_back(step("refund_issued", "seller", {{"after", "ship_back"}, {"done", "refund_issued_on"}}));
    pack["rules"].push_back(rule("window", {{"slot", "window"}, {"by", days_after("received_on", 40)}}));
    pack["rules"].push_back(rule("grounds", {{"slot", "grounds"}, {"says", "yes"}}));
    pack["rules"].push_back({{"id", "condition"}, {"slot", "condition"}, {"says", "yes"}, {"clauses", {"R2", "R3", "R4", "R6"}}});
    return pack;
}

std::vector<Error> warnings(const json& pack, std::optional<Date> as_of = std::nullopt) {
    const std::string text = pack.dump();
    EXPECT_TRUE(library().validate(text).empty()) << errors_text(library().validate(text));
    return library().warnings(text, as_of);
}

void expect_one(const json& pack, const std::string& code, const std::string& path, const std::string& cure) {
    const auto found = warnings(pack);
    ASSERT_EQ(found.size(), 1u) << errors_text(found);
    EXPECT_EQ(found[0].code, code);
    EXPECT_EQ(found[0].path, path);
    EXPECT_NE(found[0].message.find(cure), std::string::npos) << found[0].message;
    EXPECT_FALSE(pack.at(json::json_pointer(path)).is_null());
}

TEST(PackWarnings, AWholePackHasNone) { EXPECT_EQ(errors_text(warnings(whole())), ""); }

TEST(PackWarnings, NoBuiltInPackHasAny) {
    for (const std::string folder : {RETURNABLE_POLICIES_DIR, RETURNABLE_POLICIES_DIR "/../laws"}) {
        for (const char* name :
             {"/aliexpress.json", "/temu.json", "/wish.json", "/dhgate.json", "/eu-withdrawal-2026.json", "/br-consumer-law.json", "/paypal.json"}) {
            std::ifstream file(folder + name);
            if (file) EXPECT_EQ(errors_text(library().warnings(read_file(folder + name))), "") << name;
        }
    }
}

TEST(PackWarnings, NoStepBringsTheMoney) {
    json pack = whole();
    pack["remedies"][0].erase("refund_step");
    expect_one(pack, "no_refund_day", "/remedies/0", "\"refund_step\"");
    pack["remedies"][0].erase("wants");  // then nobody waits for money
    EXPECT_TRUE(warnings(pack).empty());
    pack = whole();
    pack["remedies"].push_back({{"id", "replacement"}, {"kind", "promise"}, {"when", {{"reason", "damaged"}}}, {"clauses", "R1"}});
    pack["steps"][1]["for"] = "replacement";
    expect_one(pack, "no_refund_day", "/remedies/0/refund_step", "\"for\"");
}

TEST(PackWarnings, WithoutWords) {
    json pack = whole();
    pack["steps"].push_back(step("polish_it", "buyer", {{"after", "received_on"}}));
    expect_one(pack, "no_words", "/steps/2/id", "\"words\": {\"polish_it\"");
    pack["words"] = {{"polish_it", "Polish the kettle"}};
    EXPECT_TRUE(warnings(pack).empty());
    pack.erase("words");
    pack["steps"][2]["shown"] = false;
    EXPECT_TRUE(warnings(pack).empty());
    pack = whole();
    pack["remedies"][0]["id"] = "new_kettle";
    expect_one(pack, "no_words", "/remedies/0/id", "new_kettle");
}

TEST(PackWarnings, CodesWithoutWords) {
    for (const char* slot : {"advice", "support", "location", "warning"}) {
        json pack = whole();
        pack["advice"] = {"keep_records", "whistle"};
        pack["rules"].push_back(rule("whistle", {{"slot", slot}, {"codes", {"whistle"}}}));
        expect_one(pack, "no_words", "/advice/1", "whistle");
    }
    json pack = whole();
    pack["evidence"] = {"photo_of_the_whistle"};
    pack["rules"].push_back(rule("photo", {{"slot", "evidence"}, {"codes", {"photo_of_the_whistle"}}}));
    expect_one(pack, "no_words", "/evidence/0", "photo_of_the_whistle");
    pack["evidence"] = {"photo_of_label"};
    pack["rules"].back()["codes"] = {"photo_of_label"};
    EXPECT_TRUE(warnings(pack).empty());
}

TEST(PackWarnings, AReasonThatNoRuleReads) {
    json pack = whole();
    pack["rules"][1]["when"] = {{"reason", "damaged"}};
    expect_one(pack, "unread_reason", "/remedies/0", "\"changed_mind\"");
    pack["rules"][1]["when"] = {{"not", {{"reason", "damaged"}}}};
    expect_one(pack, "unread_reason", "/remedies/0", "\"damaged\"");
    pack["rules"][1]["when"] = {{"any", {{{"reason", "damaged"}}, {{"opened", true}}}}};
    EXPECT_TRUE(warnings(pack).empty());
    pack["rules"][1]["when"] = {{"reason", "damaged"}};
    pack["remedies"][0]["kind"] = "last_resort";  // good will needs no ground
    EXPECT_TRUE(warnings(pack).empty());
    pack["remedies"][0]["kind"] = "promise";
    pack["rules"].erase(1);  // of none: the sources are silent
    EXPECT_TRUE(warnings(pack).empty());
}

TEST(PackWarnings, AClauseThatNothingCites) {
    json pack = whole();
    pack["clauses"]["R9"] = {{"source", "shop-page"}, {"says", "Tea is not included."}};
    expect_one(pack, "uncited_clause", "/clauses/R9", "\"clauses\"");
    for (const char* what : {"remedies", "steps", "rules"}) {  // one that cites it is enough
        json cited = pack;
        cited[what][0]["clauses"] = {"R1", "R9"};
        EXPECT_TRUE(warnings(cited).empty()) << what;
    }
}

TEST(PackWarnings, AWindowThatNothingOpens) {
    json pack = whole();
    pack["rules"][0]["by"] = days_after("as_of", 40);
    expect_one(pack, "unopened_window", "/rules/0/by", "received_on");
    pack["facts"]["inspected_on"] = {{"kind", "date"}, {"prompt", "When was it inspected?"}};
    pack["rules"][0]["by"] = days_after("inspected_on", 40);
    expect_one(pack, "unopened_window", "/rules/0/by", "asked for");
    pack["rules"][0]["by"] = {{"later_of", {days_after("inspected_on", 40), days_after("received_on", 40)}}};
    EXPECT_TRUE(warnings(pack).empty());
    pack["rules"][0]["by"] = {{"on", "2027-01-31"}};
    EXPECT_TRUE(warnings(pack).empty());
    pack["rules"][0]["by"] = {{"on", "01-31"}, {"after", "as_of"}};
    expect_one(pack, "unopened_window", "/rules/0/by", "\"on\"");
    pack["rules"][0]["by"] = days_after("ship_back", 40);
    EXPECT_TRUE(warnings(pack).empty());
    pack["steps"][0].erase("done");
    pack["steps"][0].erase("after");
    expect_one(pack, "unopened_window", "/rules/0/by", "received_on");
}

TEST(PackWarnings, ASourceOlderThanItsReview) {
    json pack = whole();
    pack["sources"]["fan-blog"]["checked_on"] = "2026-05-20";  // the pack's is 20 November
    expect_one(pack, "old_source", "/sources/fan-blog", "\"review_after_months\"");
    pack["sources"]["fan-blog"]["checked_on"] = "2026-05-21";
    EXPECT_TRUE(warnings(pack).empty());
    EXPECT_EQ(warnings(pack, parse_date("2026-11-21")).size(), 1u);
    EXPECT_EQ(warnings(pack, parse_date("2027-05-20")).size(), 2u);
    pack["review_after_months"] = 7;
    EXPECT_EQ(warnings(pack, parse_date("2026-11-21")).size(), 0u);
}

TEST(PackWarnings, AsJsonBesideTheFaults) {
    json pack = whole();
    pack["remedies"][0].erase("refund_step");
    json answer = json::parse(validate_json(library(), pack.dump()));
    EXPECT_EQ(answer["errors"], json::array());
    ASSERT_EQ(answer["warnings"].size(), 1u);
    EXPECT_EQ(answer["warnings"][0]["severity"], "warning");
    EXPECT_EQ(answer["warnings"][0]["code"], "no_refund_day");
    EXPECT_EQ(answer["warnings"][0]["path"], "/remedies/0");
    EXPECT_EQ(json::parse(validate_json(library(), pack.dump(), "2027-06-01"))["warnings"].size(), 3u);
    pack.erase("name");
    answer = json::parse(validate_json(library(), pack.dump()));
    EXPECT_EQ(answer["errors"].size(), 1u);
    EXPECT_EQ(answer["warnings"], json::array());
}

}  // namespace
}  // namespace returnable::test
