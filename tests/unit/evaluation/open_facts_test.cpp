// What is not known: which values are tried, which cannot be, and what is safe whatever it turns out to be.
#include "invented_shop.h"
#include "library_access.h"
#include "pack/dictionary.h"
#include "pack/pack.h"

namespace returnable::test {
namespace {

json asked(const json& pack, const json& facts) { return entitlement(ask(pack, facts), "refund_on_return"); }

// The dictionary knows that what has arrived is not missing.
TEST(OpenFacts, AValueThatContradictsWhatIsGivenIsNotTried) {
    json pack = shop();
    pack["remedies"][0].erase("when");
    pack["rules"] = json::array({
        rule("yes", {{"slot", "grounds"}, {"says", "yes"}, {"when", {{"not", {{"reason", "not_received"}}}}}}),
        rule("no", {{"slot", "grounds"}, {"says", "no"}, {"when", {{"reason", "not_received"}}}}),
        rule("condition", {{"slot", "condition"}, {"says", "yes"}}),
    });
    const json open = {{"reason", nullptr}};
    EXPECT_EQ(asked(pack, open)["status"], "conditional");
    EXPECT_EQ(asked(pack, open)["missing"], json::array({"reason"}));
    const json arrived = {{"reason", nullptr}, {"received_on", "2026-03-10"}};
    EXPECT_EQ(asked(pack, arrived)["status"], "allowed");
    EXPECT_EQ(asked(pack, arrived)["missing"], json::array());
    const json given = {{"reason", "defective"}, {"received_on", "2026-03-10"}};
    EXPECT_EQ(asked(pack, given)["status"], "allowed");
    // A class that has other values besides the impossible one stays.
    pack["rules"][0]["when"] = {{"not", {{"reason", {"not_received", "defective"}}}}};
    pack["rules"][1]["when"] = {{"reason", {"not_received", "defective"}}};
    EXPECT_EQ(asked(pack, arrived)["status"], "conditional");
    EXPECT_EQ(asked(pack, given)["status"], "refused");
    // And three classes of which one cannot be leave two.
    pack["rules"][0]["when"] = {{"reason", {"damaged", "late"}}};
    pack["rules"][1]["when"] = {{"reason", "not_received"}};
    pack["rules"].push_back(rule("depends", {{"slot", "grounds"}, {"says", "no"}, {"when", {{"not", {{"reason", {"damaged", "late", "not_received"}}}}}}}));
    EXPECT_EQ(asked(pack, arrived)["status"], "conditional");
    const json one = asked(pack, arrived);
    json reasons = json::array();
    for (const json& reason : one["reasons"]) reasons.push_back(reason["rule"]);
    EXPECT_EQ(std::count(reasons.begin(), reasons.end(), "no"), 0) << reasons;
    EXPECT_EQ(std::count(reasons.begin(), reasons.end(), "depends"), 1) << reasons;
    EXPECT_EQ(std::count(reasons.begin(), reasons.end(), "yes"), 1) << reasons;
}

// Six steps, each with an open fact of its own: together 64 worlds, each by itself two.
TEST(OpenFacts, StepsThatHangOnManyFactsAreEachAsWideAsTheirOwn) {
    json pack = shop();
    pack["steps"] = json::array();
    pack["rules"] = json::array({
        rule("grounds", {{"slot", "grounds"}, {"says", "yes"}}),
        rule("condition", {{"slot", "condition"}, {"says", "yes"}}),
    });
    for (int i = 0; i < 6; ++i) {
        const std::string id = "step_" + std::to_string(i), fact = "open_" + std::to_string(i);
        pack["facts"][fact] = {{"kind", "yes_no"}, {"prompt", "Is it?"}};
        pack["steps"].push_back({{"id", id}, {"actor", "buyer"}, {"after", "received_on"}, {"clauses", "R1"}});
        pack["rules"].push_back(rule(id + "-soon", {{"slot", id}, {"by", days_after("opening", 1 + i)}, {"when", {{fact, true}}}}));
        pack["rules"].push_back(rule(id + "-later", {{"slot", id}, {"by", days_after("opening", 11 + i)}, {"when", {{fact, false}}}}));
    }
    const auto days = [](int first, int last) { return json{{"safe", "2026-03-" + std::to_string(first)}, {"last", "2026-03-" + std::to_string(last)}}; };
    const json open = asked(pack, {{"received_on", "2026-03-10"}})["steps"];
    ASSERT_EQ(open.size(), 6u);
    for (int i = 0; i < 6; ++i) EXPECT_EQ(open[static_cast<std::size_t>(i)]["act_by"], days(11 + i, 21 + i)) << i;
    json facts = {{"received_on", "2026-03-10"}};
    for (int i = 0; i < 6; ++i) facts["open_" + std::to_string(i)] = i % 2 == 0;
    const json known = asked(pack, facts)["steps"];
    for (int i = 0; i < 6; ++i) {
        const int day = i % 2 == 0 ? 11 + i : 21 + i;
        EXPECT_EQ(known[static_cast<std::size_t>(i)]["act_by"], days(day, day)) << i;
    }
}

// Asked before anything else of the window is: the number that is not known is still taken as its least.
TEST(OpenFacts, WhatIsSafeDoesNotWaitForANumber) {
    json pack = shop();
    pack["rules"] = json::array({
        rule("in-time", {{"slot", "grounds"}, {"says", "yes"}}),
        rule("too-late", {{"slot", "grounds"}, {"says", "no"}, {"when", {{"past", "window_end"}}}, {"overrides", "in-time"}}),
        rule("condition", {{"slot", "condition"}, {"says", "yes"}}),
        rule("window", {{"slot", "window"}, {"by", days_after("received_on", 0)}, {"when", {{"seller_return_window", {{"at_most", 40}}}}}}),
        rule("window-short", {{"slot", "window"}, {"by", days_after("received_on", 5)}, {"when", {{"seller_return_window", {{"at_least", 41}}}}}}),
    });
    pack["rules"][3]["by"]["length"] = {{"fact", "seller_return_window"}};
    const auto status = [&](const char* received) { return asked(pack, {{"received_on", received}})["status"]; };
    EXPECT_EQ(status("2026-03-01"), "refused") << "a no where the window is open still, and past where it is not";
    EXPECT_EQ(status("2026-03-05"), "allowed") << "today is the last safe day";
    EXPECT_EQ(status("2026-03-04"), "refused");
}

// Rules that ask for that number: one answer for what is safe, another in each world, whichever is asked first.
TEST(OpenFacts, ARuleThatAsksForANumberHoldsInEachWorldByItself) {
    json pack = shop();
    pack["rules"] = json::array({
        rule("in-time", {{"slot", "grounds"}, {"says", "yes"}}),
        rule("condition", {{"slot", "condition"}, {"says", "yes"}}),
        rule("generous", {{"slot", "window"}, {"by", days_after("received_on", 40)}, {"when", {{"seller_return_window", {{"at_least", 20}}}}}}),
        rule("mean", {{"slot", "window"}, {"by", days_after("received_on", 10)}, {"when", {{"seller_return_window", {{"at_most", 19}}}}}}),
        rule("send", {{"slot", "ship_back"}, {"by", days_after("window_end", 1)}}),
    });
    const json window = {{"safe", "2026-03-11"}, {"last", "2026-04-10"}}, sent = {{"safe", "2026-03-12"}, {"last", "2026-03-12"}};
    const json facts = {{"received_on", "2026-03-01"}};
    EXPECT_EQ(asked(pack, facts)["act_by"], window);
    EXPECT_EQ(asked(pack, facts)["steps"][0]["act_by"], sent);
    EXPECT_EQ(asked(pack, facts)["status"], "conditional");
    pack["steps"][0]["decides"] = true;
    EXPECT_EQ(asked(pack, facts)["status"], "expired") << "the day to post is past, whatever the number is";
    pack["steps"][0]["decides"] = false;
    pack["rules"].push_back(rule("too-late", {{"slot", "grounds"}, {"says", "no"}, {"when", {{"past", "window_end"}}}, {"overrides", "in-time"}}));
    EXPECT_EQ(asked(pack, facts)["act_by"], window);
    EXPECT_EQ(asked(pack, facts)["steps"], json::array()) << "a no has nothing to do";
    EXPECT_EQ(asked(pack, facts)["status"], "refused") << "the longer window is open still";
}

TEST(OpenFacts, AnAssumptionIsTriedOtherwiseOnlyToSeeWhetherItMattered) {
    json pack = shop();
    pack["facts"]["boiled"] = {{"kind", "yes_no"}, {"assume", false}, {"prompt", "Has it boiled water?"}};
    pack["facts"]["gift"] = {{"kind", "yes_no"}, {"assume", true}, {"prompt", "Was it a gift?"}};
    pack["rules"] = json::array({
        rule("grounds", {{"slot", "grounds"}, {"says", "yes"}}),
        rule("sound", {{"slot", "condition"}, {"says", "yes"}, {"when", {{"boiled", false}}}}),
        rule("used", {{"slot", "condition"}, {"says", "no"}, {"when", {{"boiled", true}}}}),
    });
    const json assumed = asked(pack, json::object());
    EXPECT_EQ(assumed["status"], "allowed");
    EXPECT_EQ(assumed["assumes"], json::parse(R"([{"fact":"boiled","value":false}])")) << "the gift did not matter";
    EXPECT_EQ(assumed["missing"], json::array());
    EXPECT_EQ(asked(pack, {{"boiled", false}})["assumes"], json::array());
    EXPECT_EQ(asked(pack, {{"boiled", true}})["status"], "refused");
    const json unsure = asked(pack, {{"boiled", nullptr}});
    EXPECT_EQ(unsure["status"], "conditional");
    EXPECT_EQ(unsure["assumes"], json::array());
    EXPECT_EQ(unsure["missing"], json::array({"boiled"}));
}

// Two assumptions of which either would change the answer are both named, and so is what stands behind one of them.
TEST(OpenFacts, EachAssumptionIsTriedByItself) {
    json pack = shop();
    for (const char* fact : {"first", "second"}) pack["facts"][fact] = {{"kind", "yes_no"}, {"assume", true}, {"prompt", "Is it?"}};
    pack["rules"] = json::array({
        rule("grounds", {{"slot", "grounds"}, {"says", "yes"}, {"when", {{"first", true}, {"second", true}}}}),
        rule("no", {{"slot", "grounds"}, {"says", "no"}, {"when", {{"not", {{"first", true}, {"second", true}}}}}}),
        rule("condition", {{"slot", "condition"}, {"says", "yes"}}),
    });
    EXPECT_EQ(asked(pack, json::object())["assumes"], json::parse(R"([{"fact":"first","value":true},{"fact":"second","value":true}])"));
    // Where both would have to be otherwise, neither alone matters.
    pack["rules"][0]["when"] = {{"any", json::parse(R"([{"first":true},{"second":true}])")}};
    pack["rules"][1]["when"] = {{"not", {{"any", json::parse(R"([{"first":true},{"second":true}])")}}}};
    EXPECT_EQ(asked(pack, json::object())["assumes"], json::array());
    EXPECT_EQ(asked(pack, {{"first", false}})["assumes"], json::parse(R"([{"fact":"second","value":true}])"));
}

// Whatever is assumed, and whichever single value would change the answer: the assumption is said, and only then.
TEST(OpenFacts, AnAssumptionIsToldWhicheverValueWouldChangeTheAnswer) {
    const std::vector<std::string> sizes = {"xs", "s", "m", "l", "xl"};
    for (const std::string& assumed : sizes) {
        for (const std::string& other : sizes) {
            json pack = shop();
            pack["facts"]["size"] = {{"kind", "choice"}, {"values", sizes}, {"prompt", "Which size?"}, {"assume", assumed}};
            pack["rules"] = json::array({rule("condition", {{"slot", "condition"}, {"says", "yes"}}), rule("grounds", {{"slot", "grounds"}, {"says", "yes"}}),
                                         rule("not-this", {{"slot", "grounds"}, {"says", "no"}, {"when", {{"size", other}}}, {"overrides", "grounds"}})});
            for (const std::string& size : sizes) {  // distinguished, so that each is a class of its own
                pack["rules"].push_back(rule("postage-" + size, {{"slot", "return_shipping"}, {"payers", {"buyer"}}, {"when", {{"size", size}}}}));
            }
            const json one = asked(pack, json::object());
            EXPECT_EQ(one["status"], assumed == other ? "refused" : "allowed") << assumed << " " << other;
            EXPECT_EQ(one["assumes"], json::array({{{"fact", "size"}, {"value", assumed}}})) << assumed << " " << other;
            EXPECT_EQ(one["missing"], json::array());
            const json open = asked(pack, {{"size", nullptr}});
            EXPECT_EQ(open["status"], "conditional") << assumed << " " << other;
            EXPECT_EQ(open["missing"], json::array({"size"}));
            EXPECT_EQ(open["assumes"], json::array());
            for (const std::string& size : sizes) EXPECT_EQ(asked(pack, {{"size", size}})["status"], size == other ? "refused" : "allowed");
            pack["rules"].erase(2);
            EXPECT_EQ(asked(pack, json::object())["assumes"], json::array()) << "nothing would change";
        }
    }
}

// The same of a fact of which nothing may have been said.
TEST(OpenFacts, WhatWasNotSaidIsMissedWhicheverAnswerWouldChangeSomething) {
    for (const json& other : {json(true), json(false), json("unstated")}) {
        json pack = shop();
        pack["rules"] = json::array({rule("condition", {{"slot", "condition"}, {"says", "yes"}}), rule("grounds", {{"slot", "grounds"}, {"says", "yes"}}),
                                     rule("not-this", {{"slot", "grounds"}, {"says", "no"}, {"when", {{"seller_agreed", other}}}, {"overrides", "grounds"}})});
        EXPECT_EQ(asked(pack, json::object())["status"], other == "unstated" ? "refused" : "allowed") << other;
        EXPECT_EQ(asked(pack, json::object())["missing"], json::array({"seller_agreed"})) << other;
        for (const bool given : {false, true}) {
            EXPECT_EQ(asked(pack, {{"seller_agreed", given}})["status"], other == given ? "refused" : "allowed") << other;
            EXPECT_EQ(asked(pack, {{"seller_agreed", given}})["missing"], json::array());
        }
        EXPECT_EQ(asked(pack, {{"seller_agreed", nullptr}})["status"], other == "unstated" ? "allowed" : "conditional") << "cannot be said: yes or no";
    }
}

// Values that no rule tells apart are one, also where that one is assumed: nothing hangs on it.
TEST(OpenFacts, AFactOfOneClassIsNoChoice) {
    for (const json& assume : {json("s"), json()}) {
        json pack = shop();
        pack["facts"]["size"] = {{"kind", "choice"}, {"values", {"s", "m", "l"}}, {"prompt", "Which size?"}};
        if (!assume.is_null()) pack["facts"]["size"]["assume"] = assume;
        pack["rules"] = json::array({rule("condition", {{"slot", "condition"}, {"says", "yes"}}),
                                     rule("grounds", {{"slot", "grounds"}, {"says", "yes"}, {"when", {{"size", {"s", "m", "l"}}}}})});
        const json one = asked(pack, json::object());
        EXPECT_EQ(one["status"], "allowed");
        EXPECT_EQ(one["missing"], json::array());
        EXPECT_EQ(one["assumes"], json::array());
    }
}

// The safe end is the safe one also where the grounds are the first to ask for it.
TEST(OpenFacts, GroundsMayAskForTheSafeEndFirst) {
    json pack = shop();
    pack["rules"] = json::array(
        {rule("condition", {{"slot", "condition"}, {"says", "yes"}}),
         rule("in-time", {{"slot", "grounds"}, {"says", "yes"}, {"when", {{"not", {{"past", "window_end"}}}}}}),
         rule("too-late", {{"slot", "grounds"}, {"says", "no"}, {"when", {{"past", "window_end"}}}, {"overrides", "in-time"}}),
         rule("window", {{"slot", "window"}, {"by", {{"after", "received_on"}, {"length", {{"fact", "seller_return_window"}}}, {"unit", "calendar_days"}}}})});
    EXPECT_EQ(asked(pack, {{"received_on", "2026-03-04"}})["status"], "refused")
        << "16 days: refused whatever the seller's window is; the longer one is open still";
    EXPECT_EQ(asked(pack, {{"received_on", "2026-03-05"}})["status"], "allowed") << "15 days";
    // And where the first world that grants it has chosen another number already.
    pack["remedies"][0]["when"] = {{"seller_return_window", {{"at_least", 20}}}};
    pack["rules"][1].erase("when");
    EXPECT_EQ(asked(pack, {{"received_on", "2026-03-04"}})["status"], "refused") << "safe is what is safe for the shorter one, too";
}

// A reason that cannot be is not among those that are tried; every other is, the first of the list too.
TEST(OpenFacts, EveryReasonThatCanBeIsTried) {
    const FactSpec& reason = loaded_packs(library()).at(0)->facts.at(find_fact(loaded_packs(library()).at(0)->facts, "reason"));
    for (const std::string& only : reason.values) {
        json pack = shop();
        pack["remedies"][0]["when"] = json::object();
        pack["rules"] = json::array({rule("condition", {{"slot", "condition"}, {"says", "yes"}}),
                                     rule("grounds", {{"slot", "grounds"}, {"says", "yes"}, {"when", {{"not", {{"reason", only}}}}}}),
                                     rule("not-this", {{"slot", "grounds"}, {"says", "no"}, {"when", {{"reason", only}}}})});
        const bool can_be = only != "not_received";
        const json one = asked(pack, {{"reason", nullptr}, {"received_on", "2026-03-04"}});
        EXPECT_EQ(one["status"], can_be ? "conditional" : "allowed") << only;
        EXPECT_EQ(one["missing"], can_be ? json::array({"reason"}) : json::array()) << only;
    }
}

json with_readings() {
    json pack = shop();
    pack["conflicts"].erase("X1");
    pack["conflicts"]["X2"] = json::parse(R"({"slot":"grounds","says":"Two pages disagree.","readings":[
        {"id":"a","value":"one","clauses":"R1"},{"id":"b","value":"other","clauses":"R2"},
        {"id":"old","value":"before","counts":false,"why":"out of date","clauses":"R3"}]})");
    pack["rules"] = json::array({rule("condition", {{"slot", "condition"}, {"says", "yes"}})});
    return pack;
}

// A reading may be asked for in a condition, by several rules of one world, and is the same for all of them.
TEST(OpenFacts, AWorldTakesOneReadingForAllItsRules) {
    for (const char* first : {"a", "b"}) {
        json pack = with_readings();
        const char* second = *first == 'a' ? "b" : "a";
        pack["rules"].push_back(rule("one", {{"slot", "grounds"}, {"says", "yes"}, {"when", {{"reading", {{"X2", first}}}}}}));
        pack["rules"].push_back(rule("two", {{"slot", "grounds"}, {"says", "no"}, {"when", {{"reading", {{"X2", second}}}}}}));
        EXPECT_EQ(asked(pack, json::object())["status"], "contested") << first;
        pack["rules"][2]["says"] = "yes";
        EXPECT_EQ(asked(pack, json::object())["status"], "allowed") << first;
    }
}

// A reading that is set aside is no world: no rule may rest on one, and what asks for none of a conflict's readings never holds.
TEST(OpenFacts, NothingRestsOnAReadingSetAside) {
    for (const bool none_counts : {false, true}) {
        json pack = with_readings();
        for (json& reading : pack["conflicts"]["X2"]["readings"]) {
            if (none_counts) reading.update({{"counts", false}, {"why", "out of date"}});
        }
        for (const std::string way : {"reading", "when"}) {
            const auto with = [&](const json& readings) {
                json one = {{"slot", "grounds"}, {"says", "yes"}}, other = pack;
                if (way == "reading") one["reading"] = {{"X2", readings}};
                else one["when"] = {{"reading", {{"X2", readings}}}};
                other["rules"].push_back(rule("one", one));
                return other;
            };
            Library shops;
            EXPECT_FALSE(shops.add_pack(with("old").dump()).empty()) << way << none_counts;
            const json answer = asked(with(json::array()), json::object());
            EXPECT_EQ(answer["status"], "conditional") << way << none_counts;
            EXPECT_EQ(answer["silent_on"][0], "grounds") << way << none_counts;
        }
    }
}

// No comparison holds of a number that nobody named: a conflict about dear things is none of this one's.
TEST(OpenFacts, OfANumberThatWasNotSaidNothingIsKnownToHold) {
    json pack = with_readings();
    pack["rules"].push_back(rule("grounds", {{"slot", "grounds"}, {"says", "yes"}}));
    pack["conflicts"]["X2"]["when"] = {{"price", {{"at_least", 1000}}}};
    EXPECT_EQ(asked(pack, json::object())["conflicts"], json::array());
    EXPECT_EQ(asked(pack, {{"price", 999}})["conflicts"], json::array());
    EXPECT_EQ(asked(pack, {{"price", 1000}})["conflicts"].size(), 1u);
    pack["conflicts"]["X2"]["when"] = {{"price", {{"more_than", "return_shipping_cost"}}}};
    EXPECT_EQ(asked(pack, {{"price", 1000}})["conflicts"], json::array());
    EXPECT_EQ(asked(pack, {{"return_shipping_cost", 10}})["conflicts"], json::array());
    EXPECT_EQ(asked(pack, {{"price", 1000}, {"return_shipping_cost", 10}})["conflicts"].size(), 1u);
    EXPECT_EQ(asked(pack, {{"price", 10}, {"return_shipping_cost", 10}})["conflicts"], json::array());
    json second = pack["remedies"][0];
    second["id"] = "exchange";
    second["leads"] = {{"not", {{"price", {{"at_least", 1000}}}}}};
    pack["remedies"].push_back(second);
    EXPECT_EQ(ask(pack, json::object())["items"][0]["entitlements"][0]["remedy"], "exchange");
    EXPECT_EQ(ask(pack, {{"price", 1000}})["items"][0]["entitlements"][0]["remedy"], "refund_on_return");
}

// No day can be counted yet, and still it matters how long the window is.
TEST(OpenFacts, WhatTheLengthHangsOnIsMissingWhereNoDayIsKnown) {
    json pack = shop();
    pack["remedies"][0].erase("when");
    pack["rules"] = json::array({
        rule("yes", {{"slot", "grounds"}, {"says", "yes"}}),
        rule("condition", {{"slot", "condition"}, {"says", "yes"}}),
        rule("long", {{"slot", "window"}, {"by", days_after("received_on", 40)}, {"when", {{"opened", false}}}}),
        rule("short", {{"slot", "window"}, {"by", days_after("received_on", 10)}, {"when", {{"opened", true}}}}),
    });
    EXPECT_EQ(asked(pack, {{"reason", "damaged"}, {"opened", nullptr}})["missing"], json::array({"opened", "received_on"}));
    EXPECT_EQ(asked(pack, {{"reason", "damaged"}, {"opened", true}})["missing"], json::array({"received_on"}));
}

}  // namespace
}  // namespace returnable::test
