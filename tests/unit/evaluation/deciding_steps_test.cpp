// Steps whose last day ends the right, days of which only one side is known, and what one world leaves behind for the next, in an invented shop.
#include "invented_shop.h"

namespace returnable::test {
namespace {

/// Allowed, with these steps and no rule for any of them.
json shop_with(const std::vector<json>& steps) {
    json pack = shop();
    pack["steps"] = steps;
    pack["rules"] = json::array({
        rule("grounds", {{"slot", "grounds"}, {"says", "yes"}}),
        rule("condition", {{"slot", "condition"}, {"says", "yes"}}),
        rule("postage", {{"slot", "return_shipping"}, {"payers", {"buyer"}}}),
    });
    return pack;
}

json with_days(json pack, const std::string& slot, const json& by, const json& more = json::object()) {
    json one = {{"slot", slot}, {"by", by}};
    one.update(more);
    pack["rules"].push_back(rule("days-" + std::to_string(pack["rules"].size()), one));
    return pack;
}

json asked(const json& pack, const json& facts) { return entitlement(ask(pack, facts), "refund_on_return"); }

json days(const char* first, const char* a, const char* last, const char* b) { return {{first, a}, {last, b}}; }

const json received = {{"received_on", "2026-03-10"}};

json with(json facts, const json& more) {
    facts.update(more);
    return facts;
}

TEST(DecidingSteps, AStepThatDecidesEndsTheRightOnItsLastDay) {
    for (const bool decides : {false, true}) {
        const json pack = with_days(shop_with({step("ask", "buyer", {{"after", "received_on"}, {"done", "return_requested_on"}, {"decides", decides}})}), "ask",
                                    days_after("opening", 5));
        EXPECT_EQ(asked(pack, received)["status"], decides ? "expired" : "allowed");
        EXPECT_EQ(asked(pack, {{"received_on", "2026-03-15"}})["status"], "allowed");
        EXPECT_EQ(asked(pack, with(received, {{"return_requested_on", "2026-03-15"}}))["status"], "allowed");
        EXPECT_EQ(asked(pack, with(received, {{"return_requested_on", "2026-03-16"}}))["status"], decides ? "expired" : "allowed");
    }
}

// What was noted before a step was looked at is no note of the step: its own days stay stated where the window is an estimate.
TEST(DecidingSteps, AnEstimateBesideAStepIsNotTheSteps) {
    for (const bool estimate : {false, true}) {
        json pack = with_days(shop_with({step("pay", "seller", {{"after", "received_on"}, {"done", "refund_issued_on"}, {"decides", true}})}), "pay",
                              days_after("opening", 20));
        pack["remedies"][0]["refund_step"] = "pay";
        pack["rules"].push_back(rule("window", {{"slot", "window"}, {"by", days_after("received_on", 40)}, {"basis", estimate ? "estimate" : "stated"}}));
        const json one = asked(pack, received);
        EXPECT_EQ(one["refund_by"]["latest"], "2026-03-30");
        EXPECT_EQ(one["refund_by"]["basis"], "stated") << estimate;
    }
}

// One that does not apply, has no last day, or counts from a day that nobody knows, decides nothing.
TEST(DecidingSteps, WhatHasNoDayOfItsOwnDecidesNothing) {
    const json decides = {{"after", "received_on"}, {"done", "return_requested_on"}, {"decides", true}};
    const json none = shop_with({step("ask", "buyer", decides)});
    EXPECT_EQ(asked(none, received)["status"], "allowed") << "no last day";
    json other = decides;
    other["when"] = {{"opened", true}};
    const json if_opened = with_days(shop_with({step("ask", "buyer", other)}), "ask", days_after("opening", 5));
    EXPECT_EQ(asked(if_opened, with(received, {{"opened", false}}))["status"], "allowed") << "does not apply";
    EXPECT_EQ(asked(if_opened, with(received, {{"opened", true}}))["status"], "expired");
    other = decides;
    other["after"] = "delivered_on";
    const json unknown = with_days(shop_with({step("ask", "buyer", other)}), "ask", days_after("opening", 5));
    EXPECT_EQ(asked(unknown, received)["status"], "allowed") << "counts from a day that is not known";
}

// Its own day is known and its last day is not: then nobody knows whether it is over.
TEST(DecidingSteps, AnUnknownLastDayIsMissing) {
    const json pack = with_days(shop_with({step("ask", "buyer", {{"after", "received_on"}, {"done", "return_requested_on"}, {"decides", true}})}), "ask",
                                days_after("delivered_on", 5));
    for (const json& facts : {received, with(received, {{"return_requested_on", "2026-03-16"}})}) {
        const json one = asked(pack, facts);
        EXPECT_EQ(one["status"], "conditional");
        EXPECT_EQ(one["missing"], json::array({"delivered_on"}));
    }
}

// Behind another step its days are only projected, until that or something before it has happened.
TEST(DecidingSteps, AStepDecidesOnceTheWayToItHasBegun) {
    const json pack = with_days(
        with_days(shop_with({step("check", "seller", {{"after", "received_on"}}),
                             step("ask", "buyer", {{"after", "check"}, {"done", "return_requested_on"}, {"decides", true}}), step("rest", "buyer", {})}),
                  "check", days_after("opening", 1)),
        "ask", days_after("opening", 2));
    EXPECT_EQ(asked(pack, received)["status"], "allowed") << "nothing on the way to it has happened";
    EXPECT_EQ(asked(pack, with(received, {{"return_requested_on", "2026-03-12"}}))["status"], "allowed");
    EXPECT_EQ(asked(pack, with(received, {{"return_requested_on", "2026-03-14"}}))["status"], "expired") << "done, and late";
}

TEST(DecidingSteps, AStepOfAnotherRemedyDecidesNothingHere) {
    json pack =
        with_days(shop_with({step("ask", "buyer", {{"for", "exchange"}, {"after", "received_on"}, {"done", "return_requested_on"}, {"decides", true}})}), "ask",
                  days_after("opening", 5), {{"for", "exchange"}});
    json second = pack["remedies"][0];
    second["id"] = "exchange";
    pack["remedies"].push_back(second);
    const json verdict = ask(pack, with(received, {{"return_requested_on", "2026-03-16"}}));
    EXPECT_EQ(entitlement(verdict, "refund_on_return")["status"], "allowed");
    EXPECT_EQ(entitlement(verdict, "refund_on_return")["act_by_unknown"], true) << "nothing of this remedy is under way";
    EXPECT_EQ(entitlement(verdict, "exchange")["status"], "expired");
}

TEST(DecidingSteps, TheFirstStepOfAPackMayBeTheBuyersNext) {
    json pack = with_days(shop_with({step("send", "buyer", {{"after", "ask"}, {"done", "returned_on"}}),
                                     step("ask", "buyer", {{"after", "received_on"}, {"done", "return_requested_on"}})}),
                          "send", days_after("opening", 7));
    EXPECT_EQ(asked(pack, with(received, {{"return_requested_on", "2026-03-16"}}))["act_by"], days("safe", "2026-03-23", "last", "2026-03-23"));
}

// What the status hangs on is missed before what only the postage hangs on.
TEST(DecidingSteps, TheWeightiestMissingFactComesFirst) {
    for (const bool turned : {false, true}) {
        json pack = shop_with({});
        pack["rules"] = json::array({rule("condition", {{"slot", "condition"}, {"says", "yes"}})});
        for (const bool value : {false, true}) {
            const std::string id = value ? "yes" : "no";
            pack["rules"].push_back(rule("grounds-" + id, {{"slot", "grounds"}, {"when", {{turned ? "opened" : "kettle_club", value}}}, {"says", id}}));
            pack["rules"].push_back(
                rule("postage-" + id,
                     {{"slot", "return_shipping"}, {"when", {{turned ? "kettle_club" : "opened", value}}}, {"payers", {value ? "buyer" : "seller"}}}));
        }
        const json expected = turned ? json::array({"opened", "kettle_club"}) : json::array({"kettle_club", "opened"});
        EXPECT_EQ(asked(pack, received)["missing"], expected);
    }
}

// Past the safe day it is said what must not have happened, and that is no guess of ours.
TEST(DecidingSteps, PastTheSafeDayNothingIsTakenToHaveHappened) {
    const json pack = with_days(shop_with({}), "window", {{"after", "received_on"}, {"least", 10}, {"most", 15}, {"unit", "calendar_days"}});
    EXPECT_EQ(asked(pack, received)["assumes"], json::array()) << "on the safe day";
    EXPECT_EQ(asked(pack, {{"received_on", "2026-03-09"}})["assumes"], json::parse(R"([{"fact":"return_requested_on","value":null}])"));
}

// The verdict's phase, by whichever step of the pack it is that is due or late.
TEST(DecidingSteps, ThePhaseIsThatOfAnyStep) {
    for (const char* actor : {"buyer", "seller"}) {
        for (const bool first : {false, true}) {
            std::vector<json> steps = {step("next", actor, {{"after", "ask"}, {"done", "returned_on"}}),
                                       step("ask", "buyer", {{"after", "received_on"}, {"done", "return_requested_on"}})};
            if (!first) std::swap(steps[0], steps[1]);
            const json pack = with_days(shop_with(steps), "next", days_after("opening", 7));
            const auto phase = [&](const char* asked_on) {
                return ask(pack, {{"received_on", "2026-03-01"}, {"return_requested_on", asked_on}})["headline"]["phase"];
            };
            const bool mine = std::string(actor) == "buyer";
            EXPECT_EQ(phase("2026-03-16"), mine ? "your_turn" : "waiting") << actor << first;
            EXPECT_EQ(phase("2026-03-12"), "late") << actor << first << ": whoever missed it";
        }
    }
}

// The money has a first day and no last one.
TEST(DecidingSteps, ARefundKnownOnOneSideIsTold) {
    json pack = shop_with({step("money", "platform", {{"after", "returned_on"}, {"done", "refund_issued_on"}})});
    pack = with_days(pack, "money", {{"later_of", {days_after("opening", 4), days_after("promised_by", 4)}}});
    pack["remedies"][0]["refund_step"] = "money";
    const json one = asked(pack, with(received, {{"returned_on", "2026-03-18"}}));
    EXPECT_EQ(one["refund_by"], json::parse(R"({"earliest":"2026-03-22","latest":null,"basis":"stated"})"));
    EXPECT_EQ(one["hangs_on"]["refund_by"], json::array({"promised_by"}));
}

// A step is over where one behind it is done, wherever they stand in the pack.
TEST(DecidingSteps, WhatIsOverDoesNotHangOnTheOrderOfThePack) {
    const json pack = shop_with({step("ask", "buyer", {{"after", "received_on"}, {"done", "return_requested_on"}}),
                                 step("note", "buyer", {{"after", "received_on"}}), step("send", "buyer", {{"after", "ask"}, {"done", "returned_on"}})});
    const json steps = asked(pack, with(received, {{"returned_on", "2026-03-16"}}))["steps"];
    EXPECT_EQ(steps[0]["state"], "skipped");
    EXPECT_EQ(steps[1]["state"], "due");
    EXPECT_EQ(steps[2]["state"], "done");
}

TEST(DecidingSteps, AllThatLeadsToWhatIsDoneIsOverInWhateverOrder) {
    const json a = step("a", "buyer", {{"after", "received_on"}}), b = step("b", "buyer", {{"after", "a"}}), c = step("c", "buyer", {{"after", "b"}}),
               d = step("d", "buyer", {{"after", "c"}, {"done", "returned_on"}});
    std::vector<json> steps = {a, b, c, d};
    std::sort(steps.begin(), steps.end());
    do {
        const json one = asked(shop_with(steps), with(received, {{"returned_on", "2026-03-16"}}));
        for (const json& step : one["steps"]) EXPECT_EQ(step["state"], step["id"] == "d" ? "done" : "skipped") << one["steps"];
        EXPECT_EQ(one["steps"].size(), 4u);
    } while (std::next_permutation(steps.begin(), steps.end()));
}

// An assumption is said once, however much hangs on it, and only where something of this remedy does.
TEST(DecidingSteps, AnAssumptionIsToldOnce) {
    json pack = shop_with({step("proof", "buyer", {{"for", "exchange"}, {"after", "received_on"}, {"when", {{"boiled", true}}}})});
    json second = pack["remedies"][0];
    second["id"] = "exchange";
    pack["remedies"].push_back(second);
    const auto assumed = [&](const char* remedy) {
        const json assumes = entitlement(ask(pack, received), remedy)["assumes"];
        return std::count_if(assumes.begin(), assumes.end(), [](const json& one) { return one["fact"] == "boiled"; });
    };
    EXPECT_EQ(assumed("refund_on_return"), 0);
    EXPECT_EQ(assumed("exchange"), 1);
    pack["steps"][0]["for"] = "refund_on_return";
    EXPECT_EQ(assumed("refund_on_return"), 1);
    EXPECT_EQ(assumed("exchange"), 0);
    pack["rules"][1]["when"] = {{"boiled", false}};
    pack["rules"][2]["when"] = {{"boiled", false}};
    EXPECT_EQ(assumed("refund_on_return"), 1);
    EXPECT_EQ(assumed("exchange"), 1);
}

// Under way by both readings; by one of them there is nothing left to do by a day: the other's day is said.
TEST(DecidingSteps, AReadingWithoutANextDayAddsNone) {
    for (const char* reading : {"a", "b"}) {
        json pack = shop_with({step("ask", "buyer", {{"after", "received_on"}, {"done", "return_requested_on"}}),
                               step("send", "buyer", {{"after", "ask"}, {"done", "returned_on"}})});
        pack["conflicts"]["X2"] = json::parse(R"({"slot":"send","says":"Two pages disagree.","readings":[
            {"id":"a","value":"one","clauses":"R1"},{"id":"b","value":"other","clauses":"R2"}]})");
        pack = with_days(with_days(pack, "window", days_after("received_on", 10)), "send", days_after("opening", 7), {{"reading", {{"X2", reading}}}});
        EXPECT_EQ(asked(pack, with(received, {{"return_requested_on", "2026-03-16"}}))["act_by"], days("safe", "2026-03-23", "last", "2026-03-23"));
    }
}

// Only one side of a day is known.
TEST(DecidingSteps, ADayKnownOnOneSideIsNotKnown) {
    const json sooner = {{"earlier_of", {days_after("received_on", 30), "delivered_on"}}},
               later = {{"later_of", {days_after("received_on", 2), "delivered_on"}}};
    EXPECT_EQ(asked(with_days(shop_with({}), "opens", sooner), received)["status"], "not_yet") << "the only day that is known";
    EXPECT_EQ(asked(with_days(shop_with({}), "window", later), received)["status"], "conditional") << "may be over, or not";
    EXPECT_EQ(asked(with_days(shop_with({}), "opens", later), received)["status"], "conditional");
    EXPECT_EQ(asked(with_days(shop_with({}), "window", later), with(received, {{"delivered_on", "2026-03-11"}}))["status"], "expired");
    // The safe end of such a window is a day.
    const json waits = with_days(shop_with({step("send", "buyer", {{"after", "window_end"}})}), "window", later);
    EXPECT_EQ(asked(waits, received)["steps"][0]["opens"], days("earliest", "2026-03-12", "sure", "2026-03-12"));
}

// The end of the window for another step is the safe one, also where a rule holds or not by a number that is open.
TEST(DecidingSteps, TheSafeEndOfAWindowWhoseRulesAskForANumber) {
    json pack = shop_with({step("send", "buyer", {{"after", "window_end"}})});
    pack = with_days(pack, "window", days_after("received_on", 10), {{"when", {{"seller_return_window", {{"at_most", 19}}}}}});
    pack = with_days(pack, "window", days_after("received_on", 30), {{"when", {{"seller_return_window", {{"at_least", 20}}}}}});
    pack["rules"].back()["slot"] = {"window", "send"};
    const json one = asked(pack, received);
    EXPECT_EQ(one["act_by"], days("safe", "2026-03-20", "last", "2026-04-09"));
    EXPECT_EQ(one["steps"][0]["opens"], days("earliest", "2026-03-20", "sure", "2026-03-20"));
    EXPECT_EQ(one["steps"][0]["act_by"], days("safe", "2026-04-09", "last", "2026-04-09")) << "the step's own rule is asked of the number as it is";
}

// Of several days the first that is known: nobody looks at the others, nor misses what they would need.
TEST(DecidingSteps, BehindADayThatIsKnownNothingIsLookedAt) {
    json pack = shop_with({step("road", "carrier", {{"done", "return_received_on"}}),
                           step("money", "platform", {{"after", {{"first_of", {"received_on", "road"}}}}, {"done", "refund_issued_on"}})});
    pack = with_days(pack, "money", days_after("opening", 4));
    pack["remedies"][0]["refund_step"] = "money";
    EXPECT_EQ(asked(pack, received)["silent_on"], json::array());
    EXPECT_EQ(asked(pack, json::object())["silent_on"], json::array({"road"}));
}

// What a step that hangs on nothing has noted is stored for the next world, and nothing else is.
TEST(DecidingSteps, AWorldsRulesAreNotThoseOfTheNext) {
    for (const bool opened : {false, true}) {
        json pack = with_days(shop_with({step("ask", "buyer", {{"after", "received_on"}, {"done", "return_requested_on"}, {"decides", true}})}), "ask",
                              days_after("opening", 30));
        pack = with_days(pack, "window", days_after("received_on", 12), {{"when", {{"opened", opened}}}});
        pack = with_days(pack, "window", days_after("received_on", 20), {{"when", {{"opened", !opened}}}});
        const json one = asked(pack, received);
        for (const json& reason : one["reasons"]) {
            const std::string id = reason["rule"];
            if (id == "days-4" || id == "days-5") EXPECT_EQ(reason["held"], "unknown") << id;
            if (id == "days-3") EXPECT_EQ(reason["held"], "yes");
        }
    }
}

// A guess of ours on which the window rests is said, though a step is looked at after it.
TEST(DecidingSteps, AGuessIsToldWhateverIsLookedAtAfterIt) {
    json pack = with_days(shop_with({step("ask", "buyer", {{"after", "received_on"}, {"done", "return_requested_on"}, {"decides", true}})}), "ask",
                          days_after("opening", 30));
    pack["facts"]["transit_days"] = {{"range", {7, 40}}, {"ours", true}};
    pack = with_days(pack, "window", {{"after", "received_on"}, {"length", {{"fact", "transit_days"}}}, {"unit", "calendar_days"}});
    for (const json& facts : {received, with(received, {{"return_requested_on", "2026-03-16"}})}) {
        EXPECT_EQ(asked(pack, facts)["assumes"][0]["fact"], "transit_days") << facts;
    }
}

// More codes than have room without being asked for.
TEST(DecidingSteps, TheLastOfManyCodesIsGivenLikeTheFirst) {
    json pack = shop_with({});
    for (const char* list : {"evidence", "advice"}) {
        pack[list] = json::array();
        for (int i = 0; i < 300; ++i) pack[list].push_back(std::string(list) + "_" + std::to_string(i));
        const std::string last = std::string(list) + "_299";
        pack["rules"].push_back(rule(last, {{"slot", list}, {"codes", {last}}}));
    }
    for (const char* slot : {"support", "location"}) pack["rules"].push_back(rule(slot, {{"slot", slot}, {"codes", {std::string("advice_298")}}}));
    const json one = asked(pack, received);
    EXPECT_EQ(one["evidence"], json::array({"evidence_299"}));
    EXPECT_EQ(one["advice"], json::array({"advice_299"}));
    EXPECT_EQ(one["support"], json::array({"advice_298"}));
    EXPECT_EQ(one["location"], json::array({"advice_298"}));
}

}  // namespace
}  // namespace returnable::test
