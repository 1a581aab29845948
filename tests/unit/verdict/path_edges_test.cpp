// The path of a return in an invented shop: which steps are over, late or still to come, and from when the money is counted.
#include <map>

#include "invented_shop.h"

namespace returnable::test {
namespace {

// Ask within 10 days of receipt; the shop answers within 5 days; send it within 7 of that; 3 to 6 days on the road; the money within 4 days of
// arriving.
json path_shop() {
    json pack = shop();
    pack["steps"] = json::array({
        step("request", "buyer", {{"after", "received_on"}, {"done", "return_requested_on"}}),
        step("reply", "seller", {{"after", "request"}, {"done", "return_approved_on"}}),
        step("ship_back", "buyer", {{"after", "reply"}, {"done", "returned_on"}}),
        step("transit", "carrier", {{"after", "ship_back"}, {"shown", false}}),
        step("money", "platform", {{"after", "transit"}, {"done", "refund_issued_on"}}),
    });
    pack["remedies"][0]["refund_step"] = "money";
    pack["rules"] = json::array({
        rule("grounds", {{"slot", "grounds"}, {"says", "yes"}}),
        rule("condition", {{"slot", "condition"}, {"says", "yes"}}),
        rule("postage", {{"slot", "return_shipping"}, {"payers", {"buyer"}}}),
        rule("window", {{"slot", {"window", "request"}}, {"by", days_after("received_on", 10)}}),
        rule("reply", {{"slot", "reply"}, {"by", days_after("opening", 5)}}),
        rule("send", {{"slot", "ship_back"}, {"by", days_after("opening", 7)}}),
        rule("road", {{"slot", "transit"}, {"by", {{"after", "opening"}, {"least", 3}, {"most", 6}, {"unit", "calendar_days"}}}}),
        rule("money", {{"slot", "money"}, {"by", days_after("opening", 4)}}),
    });
    return pack;
}

json asked(const json& facts, const json& pack = path_shop()) { return entitlement(ask(pack, facts), "refund_on_return"); }

std::string states(const json& one) {
    std::string out;
    for (const json& step : one["steps"]) out += (out.empty() ? "" : " ") + step["state"].get<std::string>();
    return out;
}

json step_of(const json& one, const std::string& id) {
    for (const json& step : one["steps"]) {
        if (step["id"] == id) return step;
    }
    return nullptr;
}

json days(const char* first, const char* a, const char* last, const char* b) { return {{first, a}, {last, b}}; }

TEST(PathEdges, BeforeAnythingIsDoneTheWindowDecidesAndTheRestIsProjected) {
    const json one = asked({{"received_on", "2026-03-15"}});
    EXPECT_EQ(one["status"], "allowed");
    EXPECT_EQ(one["act_by"], days("safe", "2026-03-25", "last", "2026-03-25"));
    EXPECT_EQ(states(one), "due later later later");  // what is not shown is not listed
    EXPECT_EQ(step_of(one, "request")["opens"], days("earliest", "2026-03-15", "sure", "2026-03-15"));
    EXPECT_FALSE(step_of(one, "request")["projected"].get<bool>());
    // As if it were asked today: the answer comes today at the earliest, and after 5 days at the latest.
    EXPECT_EQ(step_of(one, "reply")["opens"], days("earliest", "2026-03-20", "sure", "2026-03-20"));
    EXPECT_TRUE(step_of(one, "reply")["projected"].get<bool>());
    EXPECT_EQ(step_of(one, "ship_back")["opens"], days("earliest", "2026-03-25", "sure", "2026-03-25"));
    EXPECT_EQ(step_of(one, "ship_back")["act_by"], days("safe", "2026-04-01", "last", "2026-04-01"));
    EXPECT_EQ(step_of(one, "money")["opens"], days("earliest", "2026-03-28", "sure", "2026-03-31"));
    EXPECT_EQ(one["refund_by"]["earliest"], "2026-04-01");
    EXPECT_EQ(one["refund_by"]["latest"], "2026-04-04");
    EXPECT_EQ(one["missing"], json::array());
}

TEST(PathEdges, OnTheLastDayAStepIsDueAndTheDayAfterItIsOverdue) {
    EXPECT_EQ(states(asked({{"received_on", "2026-03-10"}})), "due later later later");
    EXPECT_EQ(states(asked({{"received_on", "2026-03-09"}})), "") << "over: nothing is to be done";
    EXPECT_EQ(asked({{"received_on", "2026-03-10"}})["status"], "allowed");
    EXPECT_EQ(asked({{"received_on", "2026-03-09"}})["status"], "expired");
    EXPECT_EQ(states(asked({{"received_on", "2026-03-10"}, {"return_requested_on", "2026-03-15"}})), "done waiting later later");
    EXPECT_EQ(states(asked({{"received_on", "2026-03-10"}, {"return_requested_on", "2026-03-14"}})), "done overdue later later");
}

TEST(PathEdges, WhatIsDoneMakesAllBeforeItOver) {
    const json one = asked({{"received_on", "2026-03-10"}, {"returned_on", "2026-03-18"}});
    EXPECT_EQ(states(one), "skipped skipped done later") << one["steps"];
    EXPECT_FALSE(step_of(one, "request").contains("done_on")) << "over, but nobody said when";
    EXPECT_EQ(step_of(one, "ship_back")["done_on"], "2026-03-18");
    EXPECT_EQ(step_of(one, "money")["opens"], days("earliest", "2026-03-21", "sure", "2026-03-24"));
    EXPECT_EQ(one["refund_by"]["latest"], "2026-03-28");
    const json paid = asked({{"received_on", "2026-03-10"}, {"refund_issued_on", "2026-03-18"}});
    EXPECT_EQ(states(paid), "skipped skipped skipped done");
    EXPECT_EQ(paid["refund_by"], json::parse(R"({"earliest":"2026-03-18","latest":"2026-03-18","basis":"stated"})"));
}

TEST(PathEdges, UnderWayTheBuyersNextStepHasTheDays) {
    const json approved = {{"received_on", "2026-03-10"}, {"return_requested_on", "2026-03-12"}, {"return_approved_on", "2026-03-16"}};
    const json one = asked(approved);
    EXPECT_EQ(one["act_by"], days("safe", "2026-03-23", "last", "2026-03-23"));
    EXPECT_EQ(states(one), "done done due later");
    const json waiting = asked({{"received_on", "2026-03-10"}, {"return_requested_on", "2026-03-16"}});
    EXPECT_TRUE(waiting["act_by"].is_null()) << "nothing to do while the shop has to answer";
    EXPECT_FALSE(waiting.contains("act_by_unknown"));
    const json asked_late = asked({{"received_on", "2026-03-01"}, {"return_requested_on", "2026-03-12"}});
    EXPECT_EQ(asked_late["act_by"], days("safe", "2026-03-11", "last", "2026-03-11")) << "the window had closed before";
    EXPECT_EQ(asked_late["status"], "expired");
    EXPECT_EQ(asked({{"received_on", "2026-03-01"}, {"return_requested_on", "2026-03-11"}})["status"], "allowed");
}

// A buyer's step that is optional, not shown or without a last day is not what the matter waits for.
TEST(PathEdges, OnlyAStepThatMustBeDoneByADayIsTheBuyersNext) {
    const json facts = {{"received_on", "2026-03-10"}, {"return_requested_on", "2026-03-12"}, {"return_approved_on", "2026-03-16"}};
    json pack = path_shop();
    pack["steps"][2]["optional"] = true;
    EXPECT_TRUE(asked(facts, pack)["act_by"].is_null());
    pack = path_shop();
    pack["steps"][2]["shown"] = false;
    EXPECT_TRUE(asked(facts, pack)["act_by"].is_null());
    pack = path_shop();
    pack["rules"].erase(5);
    EXPECT_TRUE(asked(facts, pack)["act_by"].is_null());
    pack = path_shop();
    pack["steps"][2]["actor"] = "seller";
    EXPECT_TRUE(asked(facts, pack)["act_by"].is_null());
    // A step that is not of this remedy, or whose condition does not hold.
    pack = path_shop();
    pack["steps"][2]["when"] = {{"opened", true}};
    EXPECT_TRUE(
        asked({{"received_on", "2026-03-10"}, {"return_requested_on", "2026-03-12"}, {"return_approved_on", "2026-03-16"}, {"opened", false}}, pack)["act_by"]
            .is_null());
}

TEST(PathEdges, AnOptionalStepDoneDoesNotMakeItUnderWay) {
    json pack = path_shop();
    pack["steps"].push_back(step("tracking", "buyer", {{"after", "received_on"}, {"done", "delivered_on"}, {"optional", true}}));
    const json one = asked({{"received_on", "2026-03-15"}, {"delivered_on", "2026-03-15"}}, pack);
    EXPECT_EQ(one["act_by"], days("safe", "2026-03-25", "last", "2026-03-25"));
    EXPECT_EQ(step_of(one, "tracking")["state"], "done");
}

// A step that decides: once something on the way to it has happened, missing its last day ends the matter.
TEST(PathEdges, AStepThatDecidesEndsTheMatterOnceItsDaysAreReal) {
    json pack = path_shop();
    pack["steps"][2]["decides"] = true;
    const auto status = [&](json facts) { return asked(facts, pack)["status"]; };
    EXPECT_EQ(status({{"received_on", "2026-03-15"}}), "allowed");
    EXPECT_EQ(status({{"received_on", "2026-03-01"}, {"return_requested_on", "2026-03-02"}, {"return_approved_on", "2026-03-13"}}), "allowed");
    EXPECT_EQ(status({{"received_on", "2026-03-01"}, {"return_requested_on", "2026-03-02"}, {"return_approved_on", "2026-03-12"}}), "expired");
    EXPECT_EQ(
        status({{"received_on", "2026-03-01"}, {"return_requested_on", "2026-03-02"}, {"return_approved_on", "2026-03-04"}, {"returned_on", "2026-03-11"}}),
        "allowed")
        << "done on its last day";
    EXPECT_EQ(
        status({{"received_on", "2026-03-01"}, {"return_requested_on", "2026-03-02"}, {"return_approved_on", "2026-03-04"}, {"returned_on", "2026-03-12"}}),
        "expired")
        << "done a day late";
    EXPECT_EQ(
        status(
            {{"received_on", "2026-03-01"}, {"return_requested_on", "2026-03-02"}, {"return_approved_on", "2026-03-04"}, {"refund_issued_on", "2026-03-19"}}),
        "allowed")
        << "over, and nobody said when";
}

TEST(PathEdges, BetweenTheSafeAndTheLastDayOfAStepThatDecidesItIsContested) {
    json pack = path_shop();
    pack["steps"][2]["decides"] = true;
    pack["rules"][5]["by"] = {{"after", "opening"}, {"least", 5}, {"most", 7}, {"unit", "calendar_days"}};
    const json facts = {{"received_on", "2026-03-01"}, {"return_requested_on", "2026-03-02"}, {"return_approved_on", "2026-03-14"}};
    EXPECT_EQ(asked(facts, pack)["status"], "contested");
}

TEST(PathEdges, AConditionCanSayThatAStepIsOver) {
    json pack = path_shop();
    pack["steps"][1]["done_when"] = {{"opened", true}};
    const json facts = {{"received_on", "2026-03-10"}, {"return_requested_on", "2026-03-16"}};
    json opened = facts;
    opened["opened"] = true;
    EXPECT_EQ(states(asked(opened, pack)), "done done later later");
    opened["opened"] = false;
    EXPECT_EQ(states(asked(opened, pack)), "done waiting later later");
}

TEST(PathEdges, AdviceForADayStandsBesideTheLastDay) {
    json pack = path_shop();
    pack["steps"][0]["advised_by"] = {{"when", {{"opened", true}}}, {"by", days_after("received_on", 2)}};
    EXPECT_EQ(step_of(asked({{"received_on", "2026-03-15"}, {"opened", true}}, pack), "request")["advised_by"], "2026-03-17");
    EXPECT_FALSE(step_of(asked({{"received_on", "2026-03-15"}, {"opened", false}}, pack), "request").contains("advised_by"));
}

// Somebody else's step without any stated time: the path goes on, and the silence is named.
TEST(PathEdges, ASourceThatSetsNoTimeForSomebodyElseIsSilentOnIt) {
    json pack = path_shop();
    pack["rules"].erase(4);
    const json one = asked({{"received_on", "2026-03-15"}}, pack);
    EXPECT_EQ(one["silent_on"], json::array({"reply"}));
    EXPECT_TRUE(step_of(one, "reply")["act_by"].is_null());
    pack["steps"][1]["shown"] = false;
    EXPECT_EQ(asked({{"received_on", "2026-03-15"}}, pack)["silent_on"], json::array());
    pack = path_shop();
    pack["rules"].erase(3);
    pack["steps"][0]["decides"] = true;
    EXPECT_EQ(asked({{"received_on", "2026-03-15"}}, pack)["silent_on"], json::array()) << "the buyer's own time is the buyer's";
}

TEST(PathEdges, TheRoadIsThatOfTheProjectionUntilItIsOver) {
    const json sent =
        asked({{"received_on", "2026-03-01"}, {"return_requested_on", "2026-03-02"}, {"return_approved_on", "2026-03-04"}, {"returned_on", "2026-03-05"}});
    EXPECT_EQ(step_of(sent, "money")["opens"], days("earliest", "2026-03-08", "sure", "2026-03-11"));
    EXPECT_EQ(step_of(sent, "money")["state"], "overdue") << "15 March is past";
    EXPECT_EQ(sent["refund_by"]["latest"], "2026-03-15");
}

// One source says 10 days, one says 20. What was done on day 15 was in time by one of them: the matter is under way.
TEST(PathEdges, InTimeByOneReadingTheMatterIsUnderWay) {
    for (const bool turned : {false, true}) {
        json pack = path_shop();
        pack["conflicts"]["X2"] = json::parse(R"({"slot":"window","says":"Two pages disagree.","readings":[
            {"id":"a","value":"10 days","clauses":"R1"},{"id":"b","value":"20 days","clauses":"R2"}]})");
        pack["rules"].erase(3);
        pack["rules"].push_back(
            rule("ten", {{"slot", {"window", "request"}}, {"by", days_after("received_on", turned ? 20 : 10)}, {"reading", {{"X2", "a"}}}}));
        pack["rules"].push_back(
            rule("twenty", {{"slot", {"window", "request"}}, {"by", days_after("received_on", turned ? 10 : 20)}, {"reading", {{"X2", "b"}}}}));
        const json one = asked({{"received_on", "2026-02-20"}, {"return_requested_on", "2026-03-07"}, {"return_approved_on", "2026-03-16"}}, pack);
        EXPECT_EQ(one["status"], "contested");
        EXPECT_EQ(one["act_by"], days("safe", "2026-03-23", "last", "2026-03-23")) << "the next step's";
        const json late = asked({{"received_on", "2026-02-01"}, {"return_requested_on", "2026-03-07"}, {"return_approved_on", "2026-03-16"}}, pack);
        EXPECT_EQ(late["status"], "expired");
        EXPECT_EQ(late["act_by"], days("safe", "2026-02-11", "last", "2026-02-21"));
        const json nothing_done = asked({{"received_on", "2026-03-05"}}, pack);
        EXPECT_EQ(nothing_done["status"], "contested");
        EXPECT_EQ(nothing_done["act_by"], days("safe", "2026-03-15", "last", "2026-03-25"));
        EXPECT_EQ(nothing_done["window"], json::parse(R"({"after":"received_on","safe":10,"last":20,"unit":"calendar_days"})"));
    }
}

// What was found out before a step is looked at is not forgotten over it, though the step hangs on a fact of its own.
TEST(PathEdges, WhatWasFoundBeforeAStepIsKept) {
    json pack = path_shop();
    pack["steps"][2]["decides"] = true;
    pack["steps"][2]["when"] = {{"opened", {true, false}}};
    pack["facts"]["transit_days"]["ours"] = true;
    const json facts = {{"received_on", "2026-03-15"}, {"return_requested_on", "2026-03-16"}};
    json silent = pack;
    silent["rules"].erase(0);
    EXPECT_EQ(asked(facts, silent)["silent_on"], json::array({"grounds"}));
    json missing = pack;
    missing["rules"][3]["by"] = days_after("delivered_on", 10);
    EXPECT_EQ(asked(facts, missing)["missing"], json::array({"delivered_on"}));
    EXPECT_EQ(ask(missing, facts)["next_question"]["why"], json::array({"status"}));
    json guessed = pack;
    guessed["rules"].push_back(
        rule("opens", {{"slot", "opens"}, {"by", {{"after", "received_on"}, {"length", {{"fact", "transit_days"}}}, {"unit", "calendar_days"}}}}));
    EXPECT_EQ(asked(facts, guessed)["assumes"], json::parse(R"([{"fact":"transit_days","value":{"min":7,"max":40},"basis":"assumption"}])"));
    json outside = pack;
    outside["rules"][3]["by"] = {{"after", days_after("received_on", 36500)}, {"length", 36500}, {"unit", "calendar_days"}};
    EXPECT_EQ(asked(facts, outside)["problems"], json::parse(R"(["outside_calendar"])"));
}

// The day on which the money comes is none, and nothing but that step says so.
TEST(PathEdges, WhatAStepFindsIsKept) {
    json pack = path_shop();
    pack["rules"][7]["by"] = {{"after", days_after("opening", 36500)}, {"length", 36500}, {"unit", "calendar_days"}};
    const json one = asked({{"received_on", "2026-03-15"}}, pack);
    EXPECT_EQ(one["problems"], json::parse(R"(["outside_calendar"])"));
    EXPECT_EQ(one["refund_by"], nullptr);
    EXPECT_EQ(one["status"], "allowed");
}

// What a step found in one world is none of the next one's: a rule that holds in one of them is not said to hold in both.
TEST(PathEdges, WhatAStepFindsIsForgottenInTheNextWorld) {
    json pack = path_shop();
    pack["rules"][7]["when"] = {{"size", "s"}};
    pack["rules"].push_back(rule("later", {{"slot", "money"}, {"when", {{"size", {"m", "l"}}}}, {"by", days_after("opening", 6)}}));
    std::map<std::string, std::string> held;
    const json one = asked({{"received_on", "2026-03-15"}}, pack);
    for (const json& reason : one["reasons"]) held[reason["rule"]] = reason["held"];
    EXPECT_EQ(held["money"], "unknown");
    EXPECT_EQ(held["later"], "unknown");
    EXPECT_EQ(held["road"], "yes");
}

// A window that no event begins.
TEST(PathEdges, AWindowFromTodayIsCountedAfterNothing) {
    json pack = path_shop();
    pack["rules"][3]["by"] = days_after("as_of", 5);
    const json one = asked({{"received_on", "2026-03-01"}}, pack);
    EXPECT_EQ(one["act_by"], days("safe", "2026-03-25", "last", "2026-03-25"));
    EXPECT_EQ(one["window"], json::parse(R"({"after":"","safe":5,"last":5,"unit":"calendar_days"})"));
    pack["rules"][3]["by"] = "received_on";
    EXPECT_TRUE(asked({{"received_on", "2026-03-20"}}, pack)["window"].is_null()) << "a day, not a length";
}

// Under way in one world and not in the other: then a day is not simply unknown.
TEST(PathEdges, UnderWayInOneWorldIsUnderWay) {
    for (const bool opened : {false, true}) {
        json pack = path_shop();
        pack["rules"].erase(3);
        pack["steps"][0]["when"] = {{"opened", opened}};
        json facts = {{"received_on", "2026-03-10"}, {"return_requested_on", "2026-03-19"}};
        EXPECT_FALSE(asked(facts, pack).contains("act_by_unknown")) << opened;
        facts["opened"] = opened;
        EXPECT_FALSE(asked(facts, pack).contains("act_by_unknown")) << opened;
        facts["opened"] = !opened;
        EXPECT_EQ(asked(facts, pack)["act_by_unknown"], true) << opened;
    }
}

// By one reading the money has a last day, by the other none is stated: the one that is stated is given.
TEST(PathEdges, AReadingWithoutALastDayForTheMoneyAddsNone) {
    for (const char* reading : {"a", "b"}) {
        json pack = path_shop();
        pack["conflicts"]["X2"] = json::parse(R"({"slot":"money","says":"Two pages disagree.","readings":[
            {"id":"a","value":"one","clauses":"R1"},{"id":"b","value":"other","clauses":"R2"}]})");
        pack["rules"][7]["reading"] = {{"X2", reading}};
        const json one = asked({{"received_on", "2026-03-10"}, {"returned_on", "2026-03-18"}}, pack);
        EXPECT_EQ(one["refund_by"]["earliest"], "2026-03-25") << one["refund_by"];
        EXPECT_EQ(one["refund_by"]["latest"], "2026-03-28") << one["refund_by"];
    }
}

// A step of the shop whose days wait for a date that was not given: the date is missing, though it moves no day of ours.
TEST(PathEdges, ADateThatAnotherStepWaitsForIsMissing) {
    json pack = path_shop();
    pack["steps"].insert(pack["steps"].begin() + 1, step("collect", "seller", {{"after", "delivered_on"}}));
    pack["rules"].push_back(rule("collect", {{"slot", "collect"}, {"by", days_after("opening", 3)}}));
    const json facts = {{"received_on", "2026-03-10"}, {"return_requested_on", "2026-03-12"}, {"return_approved_on", "2026-03-16"}};
    const json one = asked(facts, pack);
    EXPECT_EQ(one["act_by"], days("safe", "2026-03-23", "last", "2026-03-23"));
    EXPECT_EQ(one["missing"], json::array({"delivered_on"}));
    json given = facts;
    given["delivered_on"] = "2026-03-09";
    EXPECT_EQ(asked(given, pack)["missing"], json::array());
}

// What a remedy takes for granted does not depend on what another remedy, explained before it, was found to need.
TEST(PathEdges, AStepThatTwoRemediesShareHangsOnTheSameAssumptionInBoth) {
    json pack = path_shop();
    pack["steps"].push_back(step("credit", "seller", {{"after", "received_on"}}));
    json second = pack["remedies"][0];
    second["id"] = "store_credit";
    second["refund_step"] = "credit";
    pack["remedies"].push_back(second);
    pack["rules"].push_back(rule("credit", {{"slot", "credit"}, {"when", {{"boiled", false}}}, {"by", days_after("opening", 5)}}));
    pack["rules"].push_back(rule("credit_later", {{"slot", "credit"}, {"when", {{"boiled", true}}}, {"by", days_after("opening", 9)}}));
    const auto assumed_by = [&](const json& shop) {
        const json one = entitlement(ask(shop, {{"received_on", "2026-03-15"}}), "store_credit");
        EXPECT_EQ(one["refund_by"]["latest"], "2026-03-20") << one;
        return one["assumes"];
    };
    const json both = assumed_by(pack);
    EXPECT_EQ(both, json::parse(R"([{"fact":"boiled","value":false}])"));
    pack["remedies"].erase(0);
    EXPECT_EQ(assumed_by(pack), both);
}

// A day that is only reckoned on the way to itself is not known, whatever it was when it was last asked for.
TEST(PathEdges, AdviceThatWaitsForItselfGivesNoDay) {
    json pack = path_shop();
    pack["remedies"][0].erase("refund_step");
    pack["steps"] = json::array({step("call", "buyer", {{"after", "received_on"}, {"advised_by", {{"by", "post"}}}}),
                                 step("pack", "buyer", {{"after", "call"}, {"advised_by", {{"by", "post"}}}}), step("post", "buyer", {{"after", "pack"}})});
    pack["rules"] = json::array({rule("grounds", {{"slot", "grounds"}, {"says", "yes"}}), rule("condition", {{"slot", "condition"}, {"says", "yes"}}),
                                 rule("window", {{"slot", "window"}, {"by", days_after("received_on", 40)}})});
    const json one = asked({{"received_on", "2026-03-10"}}, pack);
    EXPECT_FALSE(step_of(one, "pack").contains("advised_by")) << one;
}

// What a step was for the remedy before leaves nothing behind: neither its state nor the day that was advised.
TEST(PathEdges, ARemedyIsAnsweredAsIfItWereAlone) {
    for (const bool advised : {false, true}) {
        for (const bool turned : {false, true}) {
            json pack = shop();
            json second = pack["remedies"][0];
            second["id"] = "store_credit";
            pack["remedies"].push_back(second);
            pack["steps"] = json::array({step("hold", "seller", {{"after", "received_on"}}),
                                         step("act", "buyer", {{"after", "hold"}, {"advised_by", {{"when", {{"opened", advised}}}, {"by", "as_of"}}}})});
            const char *soon = turned ? "store_credit" : "refund_on_return", *late = turned ? "refund_on_return" : "store_credit";
            pack["rules"] = json::array({rule("condition", {{"slot", "condition"}, {"says", "yes"}}), rule("grounds", {{"slot", "grounds"}, {"says", "yes"}}),
                                         rule("soon", {{"slot", "hold"}, {"for", soon}, {"by", days_after("opening", 2)}}),
                                         rule("late", {{"slot", "hold"}, {"for", late}, {"by", days_after("opening", 40)}})});
            const json facts = {{"received_on", "2026-03-10"}}, both = ask(pack, facts);
            EXPECT_EQ(step_of(entitlement(both, soon), "act")["state"], "due");
            EXPECT_EQ(step_of(entitlement(both, late), "act")["state"], "later");
            for (const std::size_t other : {0, 1}) {
                json alone = pack;
                const std::string left = pack["remedies"][1 - other]["id"], gone = pack["remedies"][other]["id"];
                alone["remedies"].erase(other);
                std::erase_if(alone["rules"].get_ref<json::array_t&>(), [&](const json& one) { return one.value("for", "") == gone; });
                EXPECT_EQ(entitlement(ask(alone, facts), left), entitlement(both, left)) << left << (turned ? ", turned" : "");
            }
        }
    }
}

}  // namespace
}  // namespace returnable::test
