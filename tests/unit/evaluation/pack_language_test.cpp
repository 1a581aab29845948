// Every word of the pack language, at its edges, in an invented shop: what a condition makes of the facts, and a moment of the days.
#include "invented_shop.h"

namespace returnable::test {
namespace {

struct Holds {
    const char *when, *facts, *status;  // allowed: it holds; refused: it does not; conditional: that is open
};

const Holds conditions[] = {
    {R"({})", R"({})", "allowed"},
    {R"({"reason":"damaged"})", R"({})", "allowed"},
    {R"({"reason":["defective","late"]})", R"({})", "refused"},
    {R"({"opened":true})", R"({"opened":true})", "allowed"},
    {R"({"opened":true})", R"({"opened":false})", "refused"},
    {R"({"opened":true})", R"({})", "conditional"},
    {R"({"opened":[true,false]})", R"({})", "allowed"},
    {R"({"boiled":true})", R"({})", "refused"},  // assumed not
    {R"({"boiled":true})", R"({"boiled":null})", "conditional"},
    {R"({"size":"m"})", R"({"size":"m"})", "allowed"},
    {R"({"size":["s","l"]})", R"({"size":"m"})", "refused"},
    {R"({"size":["s","l"]})", R"({})", "conditional"},
    {R"({"seller_agreed":"unstated"})", R"({})", "allowed"},
    {R"({"seller_agreed":"unstated"})", R"({"seller_agreed":true})", "refused"},
    {R"({"seller_agreed":[true,"unstated"]})", R"({"seller_agreed":false})", "refused"},
    {R"({"seller_agreed":false})", R"({})", "refused"},
    {R"({"all":[{"opened":true},{"size":"s"}]})", R"({"opened":true,"size":"s"})", "allowed"},
    {R"({"all":[{"opened":true},{"size":"s"}]})", R"({"opened":true,"size":"m"})", "refused"},
    {R"({"all":[{"opened":true},{"size":"s"}]})", R"({"opened":false})", "refused"},
    {R"({"all":[{"opened":true},{"size":"s"}]})", R"({"opened":true})", "conditional"},
    {R"({"any":[{"opened":true},{"size":"s"}]})", R"({"opened":false,"size":"s"})", "allowed"},
    {R"({"any":[{"opened":true},{"size":"s"}]})", R"({"opened":true})", "allowed"},
    {R"({"any":[{"opened":true},{"size":"s"}]})", R"({"opened":false,"size":"l"})", "refused"},
    {R"({"any":[{"opened":true},{"size":"s"}]})", R"({"opened":false})", "conditional"},
    {R"({"any":[]})", R"({})", "refused"},
    {R"({"all":[]})", R"({})", "allowed"},
    {R"({"not":{"opened":true}})", R"({"opened":true})", "refused"},
    {R"({"not":{"opened":true}})", R"({"opened":false})", "allowed"},
    {R"({"not":{"any":[{"opened":true},{"size":"s"}]}})", R"({"opened":false,"size":"m"})", "allowed"},
    {R"({"received_on":true})", R"({"received_on":"2026-03-20"})", "allowed"},
    {R"({"dispute_opened_on":true})", R"({})", "refused"},
    {R"({"dispute_opened_on":false})", R"({})", "allowed"},
    {R"({"dispute_opened_on":false})", R"({"dispute_opened_on":"2026-03-01"})", "refused"},
    {R"({"price":10})", R"({"price":10})", "allowed"},
    {R"({"price":10})", R"({"price":11})", "refused"},
    {R"({"price":10})", R"({"price":9})", "refused"},
    {R"({"price":10})", R"({})", "refused"},
    {R"({"price":{"at_least":10}})", R"({"price":10})", "allowed"},
    {R"({"price":{"at_least":10}})", R"({"price":9})", "refused"},
    {R"({"price":{"at_most":10}})", R"({"price":10})", "allowed"},
    {R"({"price":{"at_most":10}})", R"({"price":11})", "refused"},
    {R"({"price":{"at_least":3,"at_most":5}})", R"({"price":6})", "refused"},
    {R"({"price":{"at_least":3,"at_most":5}})", R"({"price":5})", "allowed"},
    {R"({"price":{"at_least":3,"at_most":5}})", R"({"price":3})", "allowed"},
    {R"({"price":{"at_least":3,"at_most":5}})", R"({"price":2})", "refused"},
    {R"({"seller_return_window":{"at_least":15}})", R"({})", "allowed"},
    {R"({"seller_return_window":{"at_least":16}})", R"({})", "conditional"},
    {R"({"seller_return_window":{"at_most":30}})", R"({})", "allowed"},
    {R"({"seller_return_window":{"at_most":14}})", R"({})", "refused"},
    {R"({"seller_return_window":{"at_least":31}})", R"({})", "refused"},
    {R"({"seller_return_window":{"at_least":31}})", R"({"seller_return_window":31})", "allowed"},
    {R"({"return_shipping_cost":{"more_than":"price"}})", R"({"return_shipping_cost":10,"price":10})", "refused"},
    {R"({"return_shipping_cost":{"more_than":"price"}})", R"({"return_shipping_cost":11,"price":10})", "allowed"},
    {R"({"return_shipping_cost":{"more_than":"price"}})", R"({"return_shipping_cost":9,"price":10})", "refused"},
    {R"({"return_shipping_cost":{"more_than":"price"}})", R"({"return_shipping_cost":9})", "refused"},
    // Past: after the day. Reached: on it or after.
    {R"({"past":"received_on"})", R"({"received_on":"2026-03-19"})", "allowed"},
    {R"({"past":"received_on"})", R"({"received_on":"2026-03-20"})", "refused"},
    {R"({"reached":"received_on"})", R"({"received_on":"2026-03-20"})", "allowed"},
    {R"({"reached":"promised_by"})", R"({"promised_by":"2026-03-21"})", "refused"},
    {R"({"reached":"promised_by"})", R"({"promised_by":"2026-03-20"})", "allowed"},
    {R"({"past":"promised_by"})", R"({"promised_by":"2026-03-20"})", "refused"},
    {R"({"past":"dispute_opened_on"})", R"({})", "refused"},
    {R"({"reached":"dispute_opened_on"})", R"({})", "refused"},
    {R"({"reached":"as_of"})", R"({})", "allowed"},
    {R"({"past":"as_of"})", R"({})", "refused"},
    {R"({"past":{"after":"received_on","length":10,"unit":"calendar_days"}})", R"({"received_on":"2026-03-10"})", "refused"},
    {R"({"past":{"on":"2026-03-19"}})", R"({})", "allowed"},
    {R"({"past":{"on":"2026-03-20"}})", R"({})", "refused"},
    // Within: both ends are in it; what is not known is not.
    {R"({"within":{"day":"ordered_on","from":"2026-02-01","to":"2026-02-28"}})", R"({"ordered_on":"2026-01-31"})", "refused"},
    {R"({"within":{"day":"ordered_on","from":"2026-02-01","to":"2026-02-28"}})", R"({"ordered_on":"2026-02-01"})", "allowed"},
    {R"({"within":{"day":"ordered_on","from":"2026-02-01","to":"2026-02-28"}})", R"({"ordered_on":"2026-02-28"})", "allowed"},
    {R"({"within":{"day":"ordered_on","from":"2026-02-01","to":"2026-02-28"}})", R"({"ordered_on":"2026-03-01"})", "refused"},
    {R"({"within":{"day":"ordered_on","from":"2026-02-01","to":"2026-02-28"}})", R"({})", "refused"},
    {R"({"within":{"day":"ordered_on","from":"11-01","to":"12-31"}})", R"({"ordered_on":"2025-10-31"})", "refused"},
    {R"({"within":{"day":"ordered_on","from":"11-01","to":"12-31"}})", R"({"ordered_on":"2025-11-01"})", "allowed"},
    {R"({"within":{"day":"ordered_on","from":"11-01","to":"12-31"}})", R"({"ordered_on":"2023-12-31"})", "allowed"},
    {R"({"within":{"day":"ordered_on","from":"11-01","to":"12-31"}})", R"({"ordered_on":"2026-01-01"})", "refused"},
    {R"({"within":{"day":"ordered_on","from":"11-01","to":"12-31"}})", R"({})", "refused"},
    {R"({"within":{"day":"ordered_on","from":"12-20","to":"01-06"}})", R"({"ordered_on":"2025-12-20"})", "allowed"},  // over New Year
    {R"({"within":{"day":"ordered_on","from":"12-20","to":"01-06"}})", R"({"ordered_on":"2026-01-06"})", "allowed"},
    {R"({"within":{"day":"ordered_on","from":"12-20","to":"01-06"}})", R"({"ordered_on":"2025-12-19"})", "refused"},
    {R"({"within":{"day":"ordered_on","from":"12-20","to":"01-06"}})", R"({"ordered_on":"2026-01-07"})", "refused"},
    {R"({"within":{"day":"ordered_on","from":"03-01","to":"03-31"}})", R"({"ordered_on":"2024-02-29"})", "refused"},
    {R"({"within":{"day":"ordered_on","from":"03-01","to":"03-31"}})", R"({"ordered_on":"2024-03-01"})", "allowed"},
    {R"({"past":{"after":"received_on","length":10,"unit":"calendar_days"}})", R"({"received_on":"2026-03-09"})", "allowed"},
    {R"({"reached":{"after":"received_on","length":10,"unit":"calendar_days"}})", R"({"received_on":"2026-03-11"})", "refused"},
};

TEST(PackLanguage, ConditionsHoldWhereTheyShould) {
    for (const Holds& one : conditions) {
        json pack = shop();
        const json when = json::parse(one.when);
        pack["rules"].push_back(rule("yes", {{"slot", "grounds"}, {"says", "yes"}, {"when", when}}));
        pack["rules"].push_back(rule("no", {{"slot", "grounds"}, {"says", "no"}, {"when", {{"not", when}}}, {"overrides", "yes"}}));
        json facts = json::parse(one.facts);
        pack["rules"].push_back(rule("condition", {{"slot", "condition"}, {"says", "yes"}}));
        EXPECT_EQ(ask(pack, facts)["items"][0]["status"], one.status) << one.when << " " << one.facts;
    }
}

struct Days {
    const char *by, *facts, *act_by;
};

const Days moments[] = {
    {R"("received_on")", R"({"received_on":"2026-03-19"})", R"({"safe":"2026-03-19","last":"2026-03-19"})"},
    {R"("as_of")", R"({})", R"({"safe":"2026-03-20","last":"2026-03-20"})"},
    {R"({"on":"2027-01-31"})", R"({})", R"({"safe":"2027-01-31","last":"2027-01-31"})"},
    {R"({"on":"01-31","after":"received_on"})", R"({"received_on":"2026-01-31"})", R"({"safe":"2026-01-31","last":"2026-01-31"})"},
    {R"({"on":"01-31","after":"received_on"})", R"({"received_on":"2026-02-01"})", R"({"safe":"2027-01-31","last":"2027-01-31"})"},
    {R"({"on":"01-31","after":"received_on"})", R"({})", "null"},
    {R"({"on":"03-31","after":{"after":"received_on","least":1,"most":30,"unit":"calendar_days"}})", R"({"received_on":"2026-03-19"})",
     R"({"safe":"2026-03-31","last":"2027-03-31"})"},
    {R"({"after":{"on":"04-01","after":"received_on"},"length":30,"unit":"calendar_days"})", R"({"received_on":"2026-03-19"})",
     R"({"safe":"2026-05-01","last":"2026-05-01"})"},
    {R"({"after":"received_on","length":0,"unit":"calendar_days"})", R"({"received_on":"2026-03-19"})", R"({"safe":"2026-03-19","last":"2026-03-19"})"},
    {R"({"after":"received_on","length":15,"unit":"calendar_days"})", R"({"received_on":"2026-03-10"})", R"({"safe":"2026-03-25","last":"2026-03-25"})"},
    {R"({"after":"received_on","least":15,"most":30,"unit":"calendar_days"})", R"({"received_on":"2026-03-10"})",
     R"({"safe":"2026-03-25","last":"2026-04-09"})"},
    {R"({"after":"received_on","length":1,"unit":"calendar_months"})", R"({"received_on":"2026-01-31"})", R"({"safe":"2026-02-28","last":"2026-02-28"})"},
    {R"({"after":"received_on","length":1,"unit":"calendar_years"})", R"({"received_on":"2024-02-29"})", R"({"safe":"2025-02-28","last":"2025-02-28"})"},
    {R"({"after":"received_on","length":2,"unit":"business_days"})", R"({"received_on":"2026-03-20"})", R"({"safe":"2026-03-24","last":"2026-03-24"})"},
    {R"({"after":"received_on","length":1,"unit":"calendar_days","roll":"following"})", R"({"received_on":"2026-03-20"})",
     R"({"safe":"2026-03-23","last":"2026-03-23"})"},
    {R"({"after":"received_on","length":1,"unit":"calendar_days","roll":"preceding"})", R"({"received_on":"2026-03-20"})",
     R"({"safe":"2026-03-20","last":"2026-03-20"})"},
    {R"({"after":"received_on","length":1,"unit":"calendar_days","roll":"none"})", R"({"received_on":"2026-03-20"})",
     R"({"safe":"2026-03-21","last":"2026-03-21"})"},
    {R"({"after":"received_on","length":{"fact":"seller_return_window"},"unit":"calendar_days"})", R"({"received_on":"2026-03-10"})",
     R"({"safe":"2026-03-25","last":"2026-04-09"})"},
    {R"({"after":"received_on","length":{"fact":"seller_return_window"},"unit":"calendar_days"})", R"({"received_on":"2026-03-10","seller_return_window":20})",
     R"({"safe":"2026-03-30","last":"2026-03-30"})"},
    {R"({"after":"received_on","length":{"fact":"seller_return_window","at_least":20},"unit":"calendar_days"})", R"({"received_on":"2026-03-10"})",
     R"({"safe":"2026-03-30","last":"2026-04-09"})"},
    {R"({"after":"received_on","length":{"fact":"seller_return_window","at_least":20},"unit":"calendar_days"})",
     R"({"received_on":"2026-03-10","seller_return_window":5})", R"({"safe":"2026-03-30","last":"2026-03-30"})"},
    {R"({"earlier_of":["received_on","delivered_on"]})", R"({"received_on":"2026-03-20","delivered_on":"2026-03-19"})",
     R"({"safe":"2026-03-19","last":"2026-03-19"})"},
    {R"({"earlier_of":["received_on","delivered_on"]})", R"({"received_on":"2026-03-20"})", R"({"safe":"2026-03-20","last":"2026-03-20"})"},
    {R"({"earlier_of":["delivered_on","received_on"]})", R"({"received_on":"2026-03-20"})", R"({"safe":"2026-03-20","last":"2026-03-20"})"},
    {R"({"later_of":["received_on","extension_until"]})", R"({"received_on":"2026-03-19","extension_until":"2026-03-25"})",
     R"({"safe":"2026-03-25","last":"2026-03-25"})"},
    {R"({"later_of":["received_on","extension_until"]})", R"({"received_on":"2026-03-20","extension_until":"2026-03-15"})",
     R"({"safe":"2026-03-20","last":"2026-03-20"})"},
    {R"({"first_of":["return_received_on","as_of"]})", R"({})", R"({"safe":"2026-03-20","last":"2026-03-20"})"},
    {R"({"first_of":["extension_until","as_of"]})", R"({"extension_until":"2026-03-28"})", R"({"safe":"2026-03-28","last":"2026-03-28"})"},
    {R"({"after":{"after":"received_on","least":1,"most":3,"unit":"calendar_days"},"least":2,"most":4,"unit":"calendar_days"})",
     R"({"received_on":"2026-03-20"})", R"({"safe":"2026-03-23","last":"2026-03-27"})"},
};

TEST(PackLanguage, MomentsAreTheDaysTheyShouldBe) {
    for (const Days& one : moments) {
        json pack = shop();
        pack["rules"].push_back(rule("window", {{"slot", "window"}, {"by", json::parse(one.by)}}));
        pack["rules"].push_back(rule("grounds", {{"slot", "grounds"}, {"says", "yes"}}));
        const json verdict = ask(pack, json::parse(one.facts));
        EXPECT_EQ(entitlement(verdict, "refund_on_return")["act_by"], json::parse(one.act_by)) << one.by << " " << one.facts;
    }
}

TEST(PackLanguage, ADayThatIsNotKnownIsMissingAndADayOutsideTheCalendarIsAProblem) {
    json pack = shop();
    pack["rules"].push_back(rule("window", {{"slot", "window"}, {"by", {{"after", "received_on"}, {"length", 36500}, {"unit", "calendar_days"}}}}));
    json one = entitlement(ask(pack, json::object()), "refund_on_return");
    EXPECT_TRUE(one["act_by"].is_null() || (one["act_by"]["safe"].is_null() && one["act_by"]["last"].is_null())) << one["act_by"];
    EXPECT_NE(std::find(one["missing"].begin(), one["missing"].end(), "received_on"), one["missing"].end()) << one["missing"];
    Library shops;
    ASSERT_TRUE(shops.add_pack(pack.dump()).empty());
    const json late =
        check_case({{"as_of", "2199-01-01"}, {"facts", {{"marketplace", "blue_kettle"}, {"reason", "damaged"}, {"received_on", "2198-12-30"}}}}, shops);
    EXPECT_EQ(entitlement(late, "refund_on_return")["problems"], json::array({"outside_calendar"})) << late.dump();
}

TEST(PackLanguage, ALengthThatNobodyKnowsLeavesTheDayOpen) {
    json pack = shop();
    pack["facts"].erase("seller_return_window");
    const json by = json::parse(R"({"after":"received_on","length":{"fact":"seller_return_window"},"unit":"calendar_days"})");
    pack["rules"].push_back(rule("window", {{"slot", "window"}, {"by", by}}));
    pack["rules"].push_back(rule("grounds", {{"slot", "grounds"}, {"says", "yes"}}));
    const json one = entitlement(ask(pack, {{"received_on", "2026-03-10"}}), "refund_on_return");
    EXPECT_TRUE(one["act_by"].is_null()) << one["act_by"];
    EXPECT_NE(std::find(one["missing"].begin(), one["missing"].end(), "seller_return_window"), one["missing"].end()) << one["missing"];
}

TEST(PackLanguage, TwoRulesThatSayTheSameAreOneAnswer) {
    json pack = shop();
    const json by = json::parse(R"({"after":"received_on","least":15,"most":30,"unit":"calendar_days"})");
    pack["rules"].push_back(rule("window", {{"slot", "window"}, {"by", by}}));
    pack["rules"].push_back(rule("window-again", {{"slot", "window"}, {"when", {{"opened", false}}}, {"by", by}}));
    pack["rules"].push_back(rule("send", {{"slot", "ship_back"}, {"by", {{"after", "window_end"}, {"length", 1}, {"unit", "calendar_days"}}}}));
    pack["rules"].push_back(rule("grounds", {{"slot", "grounds"}, {"says", "yes"}}));
    const json one = entitlement(ask(pack, {{"received_on", "2026-03-10"}, {"opened", false}}), "refund_on_return");
    EXPECT_EQ(one["act_by"], json::parse(R"({"safe":"2026-03-25","last":"2026-04-09"})"));
    EXPECT_EQ(one["steps"][0]["act_by"], json::parse(R"({"safe":"2026-03-26","last":"2026-03-26"})")) << one["steps"];
}

// Five values each of twelve open facts are more worlds than can be tried: no answer rather than a part of one.
TEST(PackLanguage, ACaseThatIsTooOpenIsRefused) {
    json pack = shop(), when = json::object();
    for (int i = 0; i < 12; ++i) {
        const std::string fact = "open_" + std::to_string(i);
        pack["facts"][fact] = {{"kind", "choice"}, {"values", {"a", "b", "c", "d", "e"}}, {"prompt", "Which?"}};
        for (const char* value : {"a", "b", "c", "d"}) {
            pack["rules"].push_back(rule(fact + "-" + value, {{"slot", "grounds"}, {"when", {{fact, value}}}, {"says", "yes"}}));
        }
    }
    const json verdict = ask(pack, json::object());
    ASSERT_TRUE(verdict.contains("errors")) << verdict.dump().substr(0, 300);
    EXPECT_EQ(verdict["errors"][0]["code"], "too_uncertain");
}

TEST(PackLanguage, ReadingsThatDisagreeMakeItContestedAndOneSetAsideDoesNot) {
    json pack = shop();
    pack["conflicts"]["X2"] = json::parse(R"({"slot":"grounds","says":"Two pages disagree.","readings":[
        {"id":"a","value":"yes","clauses":"R1"},{"id":"b","value":"no","clauses":"R2"},{"id":"c","value":"never","counts":false,"why":"old","clauses":"R5"}]})");
    pack["rules"].push_back(rule("yes", {{"slot", "grounds"}, {"says", "yes"}, {"when", {{"reading", {{"X2", "a"}}}}}}));
    pack["rules"].push_back(rule("condition", {{"slot", "condition"}, {"says", "yes"}}));
    pack["rules"].push_back(rule("no", {{"slot", "grounds"}, {"says", "no"}, {"when", {{"reading", {{"X2", {"b"}}}}}}}));
    const json item = ask(pack, json::object())["items"][0];
    EXPECT_EQ(item["status"], "contested");
    bool shown = false;
    for (const json& conflict : item["entitlements"][0]["conflicts"]) {
        if (conflict["id"] != "X2") continue;
        shown = true;
        EXPECT_EQ(conflict["readings"].size(), 3u) << "the one set aside stays on show";
        EXPECT_EQ(conflict["readings"][2]["counts"], false);
        EXPECT_EQ(conflict["readings"][2]["why"], "old");
    }
    EXPECT_TRUE(shown);
    pack["conflicts"]["X2"]["readings"][1]["counts"] = false;
    pack["conflicts"]["X2"]["readings"][1]["why"] = "withdrawn";
    pack["rules"].erase(2);
    EXPECT_EQ(ask(pack, json::object())["items"][0]["status"], "allowed");
}

}  // namespace
}  // namespace returnable::test
