// What a verdict's JSON holds, key by key: every part as the pack has it, and as it is written where no pack is at hand.
#include "engine_view.h"
#include "invented_shop.h"
#include "writing/verdict_json.h"

namespace returnable::test {
namespace {

json full_shop() {
    json pack = shop();
    pack["conflicts"]["X1"]["slot"] = "grounds";
    pack["conflicts"]["X1"]["clauses"] = {"R3"};
    pack["rules"] = json::array({
        rule("condition", {{"slot", "condition"}, {"says", "yes"}}),
        rule("grounds", {{"slot", "grounds"}, {"says", "may"}, {"reading", {{"X1", "from_receipt"}}}}),
        rule("window", {{"slot", "window"}, {"by", days_after("received_on", 40)}}),
    });
    return pack;
}

const char* const conflict = R"({"id":"X1","slot":"grounds","clauses":["R3"],"readings":[
    {"value":"40 days from receipt","counts":true,"clauses":["R1"]},
    {"value":"40 days from the order","counts":false,"why":"the shop's own page says otherwise","clauses":["R5"]}]})";

TEST(WrittenVerdict, ConflictsReasonsAndClausesAreThoseOfThePack) {
    const json verdict = ask(full_shop(), {{"received_on", "2026-03-10"}});
    EXPECT_EQ(verdict["as_of"], "2026-03-20");
    EXPECT_EQ(verdict["policy"], "blue_kettle");
    EXPECT_EQ(verdict["checked_on"], "2026-11-20");
    const json one = verdict["items"][0]["entitlements"][0];
    EXPECT_EQ(one["conflicts"], json::array({json::parse(conflict)}));
    EXPECT_EQ(one["reasons"], json::parse(R"([{"rule":"refund_on_return","slot":"remedy","held":"yes","clauses":["R1","R2"]},
        {"rule":"grounds","slot":"grounds","held":"yes","says":"may","clauses":["R1"]},
        {"rule":"condition","slot":"condition","held":"yes","says":"yes","clauses":["R1"]},
        {"rule":"window","slot":"window","held":"yes","clauses":["R1"]}])"));
    EXPECT_EQ(
        verdict["clauses"]["R3"],
        json::parse(
            R"({"source":"Returns at The Blue Kettle","section":"Reasons","says":"Members of the Kettle Club may change their mind.","tier":"platform_page"})"));
    EXPECT_EQ(verdict["clauses"]["R5"],
              json::parse(R"({"source":"Kettle notes","section":"Returns","says":"The 40 days run from the day you order.","tier":"guide"})"));
}

// The pack's own parts are copied as they were written when it was added: they are the same without it.
TEST(WrittenVerdict, ItIsTheSameWithoutThePackAtHand) {
    Library shops;
    ASSERT_TRUE(shops.add_pack(full_shop().dump()).empty());
    const std::string order = R"({"as_of":"2026-03-20","facts":{"marketplace":"blue_kettle","reason":"damaged","received_on":"2026-03-10"}})";
    view::Verdict verdict = *check_view(shops, *read_case(shops, order));
    const std::string with = write_view(verdict);
    const auto keeps = std::exchange(verdict.keeps, nullptr);
    EXPECT_EQ(write_view(verdict), with);
}

}  // namespace
}  // namespace returnable::test
