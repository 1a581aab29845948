// Numbers of which only the two ends are known: what is asked of them, and the end of the window that is safe whatever they are.
#include "invented_shop.h"

namespace returnable::test {
namespace {

json asked(const json& pack, const json& facts) { return entitlement(ask(pack, facts), "refund_on_return"); }

// The seller's window is 15 to 30 days here: 10 days to act where it is short, 40 where it is long.
json shop_with_two_windows() {
    json pack = shop();
    pack["rules"] =
        json::array({rule("condition", {{"slot", "condition"}, {"says", "yes"}}),
                     rule("short", {{"slot", "window"}, {"by", days_after("received_on", 10)}, {"when", {{"seller_return_window", {{"at_most", 20}}}}}}),
                     rule("long", {{"slot", "window"}, {"by", days_after("received_on", 40)}, {"when", {{"seller_return_window", {{"at_least", 21}}}}}})});
    return pack;
}

// The grounds ask for the safe end before the window itself is asked for; what held for the one does not hold for the other.
TEST(OpenNumbers, TheSafeEndAskedForFirstLeavesTheWindowOpen) {
    json pack = shop_with_two_windows();
    pack["rules"].push_back(rule("in-time", {{"slot", "grounds"}, {"says", "yes"}, {"when", {{"not", {{"past", "window_end"}}}}}}));
    pack["rules"].push_back(rule("later", {{"slot", "grounds"}, {"says", "yes"}, {"when", {{"past", "window_end"}}}}));
    for (const char* day : {"2026-03-08", "2026-03-10"}) {
        const json one = asked(pack, {{"received_on", day}});
        EXPECT_EQ(one["status"], day == std::string("2026-03-08") ? "conditional" : "allowed") << day;
        EXPECT_EQ(one["act_by"]["safe"], day == std::string("2026-03-08") ? "2026-03-18" : "2026-03-20") << day;
        EXPECT_EQ(one["act_by"]["last"], day == std::string("2026-03-08") ? "2026-04-17" : "2026-04-19") << day;
        EXPECT_EQ(one["missing"], json::array({"seller_return_window"})) << day;
    }
}

// And the other way round: the window first, then a step that may be taken only until its safe end.
TEST(OpenNumbers, TheWindowAskedForFirstLeavesTheSafeEndAsItIs) {
    json pack = shop_with_two_windows();
    pack["rules"].push_back(rule("grounds", {{"slot", "grounds"}, {"says", "yes"}}));
    pack["steps"] =
        json::array({step("ask", "buyer", {{"after", "received_on"}, {"done", "return_requested_on"}, {"when", {{"not", {{"past", "window_end"}}}}}}),
                     step("post", "buyer", {{"after", "return_requested_on"}})});
    pack["rules"].push_back(rule("post", {{"slot", "post"}, {"by", days_after("opening", 7)}}));
    const json late = asked(pack, {{"received_on", "2026-03-08"}, {"return_requested_on", "2026-03-19"}});
    EXPECT_EQ(late["act_by"], json::parse(R"({"safe":"2026-03-18","last":"2026-04-17"})")) << "past the safe end the step is none, so nothing is under way";
    const json early = asked(pack, {{"received_on", "2026-03-10"}, {"return_requested_on", "2026-03-19"}});
    EXPECT_EQ(early["act_by"], json::parse(R"({"safe":"2026-03-26","last":"2026-03-26"})")) << "under way: a week to post it";
}

TEST(OpenNumbers, OneIsMoreThanTheOtherInSomeWorldsOnly) {
    for (const bool turned : {false, true}) {
        json pack = shop();
        pack["facts"]["transit_days"] = {{"range", {10, 20}}};
        json more = {{"transit_days", {{"more_than", "seller_return_window"}}}};
        if (turned) more = {{"not", more}};
        pack["rules"] =
            json::array({rule("condition", {{"slot", "condition"}, {"says", "yes"}}), rule("grounds", {{"slot", "grounds"}, {"says", "yes"}, {"when", more}})});
        for (const auto& [transit, window, holds] : std::vector<std::tuple<int, int, bool>>{{31, 30, true}, {30, 30, false}, {10, 20, false}}) {
            const json one = asked(pack, {{"transit_days", transit}, {"seller_return_window", window}});
            EXPECT_EQ(one["silent_on"][0] != "grounds", holds != turned) << transit << ", " << window << ", " << turned;
        }
        EXPECT_EQ(asked(pack, json::object())["status"], "conditional");
        EXPECT_EQ(asked(pack, json::object())["missing"], json::array({"seller_return_window", "transit_days"})) << turned;
        EXPECT_EQ(asked(pack, {{"transit_days", 40}})["status"], turned ? "conditional" : "allowed") << "more than any window";
        EXPECT_EQ(asked(pack, {{"transit_days", 7}})["status"], turned ? "allowed" : "conditional") << "less than any window";
        EXPECT_EQ(asked(pack, {{"transit_days", 20}})["status"], "conditional") << "more than the shortest only";
    }
}

// Any of two things not known: where neither holds, nothing is granted.
TEST(OpenNumbers, WhereNoneOfTwoHoldsNothingDoes) {
    json pack = shop();
    const json either = {{"any", {{{"opened", true}}, {{"unused", true}}}}};
    pack["rules"] =
        json::array({rule("condition", {{"slot", "condition"}, {"says", "yes"}}), rule("grounds", {{"slot", "grounds"}, {"says", "yes"}, {"when", either}})});
    const json one = asked(pack, {{"opened", nullptr}, {"unused", nullptr}});
    EXPECT_EQ(one["status"], "conditional");
    EXPECT_EQ(one["silent_on"][0], "grounds");
    EXPECT_EQ(asked(pack, {{"opened", nullptr}, {"unused", true}})["status"], "allowed");
}

// "Nothing said" stands apart even where the rules tell no two answers apart.
TEST(OpenNumbers, NothingSaidIsNoAnswer) {
    for (const bool turned : {false, true}) {
        json pack = shop();
        json unsaid = {{"seller_agreed", "unstated"}};
        if (turned) unsaid = {{"not", unsaid}};
        pack["rules"] = json::array(
            {rule("condition", {{"slot", "condition"}, {"says", "yes"}}), rule("grounds", {{"slot", "grounds"}, {"says", "yes"}, {"when", unsaid}})});
        EXPECT_EQ(asked(pack, json::object())["status"], turned ? "conditional" : "allowed") << turned;
        EXPECT_EQ(asked(pack, {{"seller_agreed", false}})["status"], turned ? "allowed" : "conditional") << turned;
        EXPECT_EQ(asked(pack, {{"seller_agreed", nullptr}})["status"], turned ? "allowed" : "conditional") << turned;
    }
}

// A range of one number is that number.
TEST(OpenNumbers, ARangeOfOneNumberLeavesNothingOpen) {
    json pack = shop();
    pack["facts"]["seller_return_window"] = {{"range", {20, 20}}};
    pack["rules"] = json::array({rule("condition", {{"slot", "condition"}, {"says", "yes"}}), rule("grounds", {{"slot", "grounds"}, {"says", "yes"}}),
                                 rule("window", {{"slot", "window"},
                                                 {"by", {{"after", "received_on"}, {"length", {{"fact", "seller_return_window"}}}, {"unit", "calendar_days"}}},
                                                 {"when", {{"seller_return_window", {{"at_least", 20}}}}}})});
    const json one = asked(pack, {{"received_on", "2026-03-10"}});
    EXPECT_EQ(one["act_by"], json::parse(R"({"safe":"2026-03-30","last":"2026-03-30"})"));
    EXPECT_EQ(one["missing"], json::array());
    EXPECT_EQ(one["status"], "allowed");
}

}  // namespace
}  // namespace returnable::test
