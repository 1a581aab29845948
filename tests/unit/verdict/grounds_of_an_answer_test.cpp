// What an answer rests on: the rules that it names, what it takes for granted, what it misses, where its sources are silent.
#include "invented_shop.h"

namespace returnable::test {
namespace {

json sound_shop() {
    json pack = shop();
    pack["rules"] = json::array({
        rule("grounds", {{"slot", "grounds"}, {"says", "yes"}}),
        rule("condition", {{"slot", "condition"}, {"says", "yes"}}),
        rule("window", {{"slot", "window"}, {"by", days_after("received_on", 10)}}),
        rule("postage", {{"slot", "return_shipping"}, {"payers", {"seller"}}}),
    });
    return pack;
}

json asked(const json& pack, const json& facts, const char* remedy = "refund_on_return") { return entitlement(ask(pack, facts), remedy); }

std::string held(const json& one, const std::string& rule) {
    for (const json& reason : one["reasons"]) {
        if (reason["rule"] == rule) return reason["held"];
    }
    return "no reason";
}

// Each of the two remedies has rules of its own; the first one's are all that can go wrong.
json two_remedies() {
    json pack = sound_shop();
    json second = pack["remedies"][0];
    second["id"] = "exchange";
    second["wants"] = "exchange";
    second["refund_step"] = "money_again";
    pack["remedies"].push_back(second);
    pack["remedies"][0]["refund_step"] = "money";
    for (json& one : pack["rules"]) one["for"] = "exchange";
    pack["steps"] = json::parse(R"([
        {"id":"money","actor":"seller","for":"refund_on_return","after":"received_on","done":"refund_issued_on","clauses":"R1"},
        {"id":"money_again","actor":"seller","for":"exchange","after":"received_on","done":"refund_issued_on","clauses":"R1"}])");
    pack["facts"]["transit_days"]["ours"] = true;
    for (json one : {rule("first-window", {{"slot", "window"}, {"by", days_after(days_after("received_on", 36500), 36500)}}),
                     rule("first-opens", {{"slot", "opens"}, {"by", days_after("delivered_on", 1)}}),
                     rule("first-money", {{"slot", "money"}, {"by", days_after("received_on", 1)}, {"basis", "estimate"}})}) {
        if (one["id"] == "first-money") one["by"]["length"] = {{"fact", "transit_days"}};
        one["for"] = "refund_on_return";
        pack["rules"].push_back(one);
    }
    pack["rules"].push_back(rule("second-money", {{"slot", "money_again"}, {"by", days_after("opening", 3)}, {"for", "exchange"}}));
    return pack;
}

TEST(GroundsOfAnAnswer, NothingOfOneRemedyIsSaidOfTheNext) {
    const json pack = two_remedies(), facts = {{"received_on", "2026-03-15"}};
    const json first = asked(pack, facts, "refund_on_return"), second = asked(pack, facts, "exchange");
    ASSERT_FALSE(first.is_null());
    ASSERT_FALSE(second.is_null());
    EXPECT_EQ(first["silent_on"], json::parse(R"(["grounds","condition","return_shipping"])"));
    EXPECT_EQ(first["problems"], json::parse(R"(["outside_calendar"])"));
    EXPECT_EQ(first["missing"], json::parse(R"(["delivered_on"])"));
    EXPECT_EQ(first["assumes"], json::parse(R"([{"fact":"transit_days","value":{"min":7,"max":40},"basis":"assumption"}])"));
    EXPECT_EQ(first["refund_by"]["basis"], "estimate");
    EXPECT_EQ(second["status"], "allowed");
    EXPECT_EQ(second["silent_on"], json::array());
    EXPECT_FALSE(second.contains("problems"));
    EXPECT_EQ(second["missing"], json::array());
    EXPECT_EQ(second["assumes"], json::array());
    EXPECT_EQ(second["refund_by"], json::parse(R"({"earliest":"2026-03-18","latest":"2026-03-18","basis":"stated"})"));
    for (const json& reason : second["reasons"]) EXPECT_NE(reason["rule"].get<std::string>().substr(0, 5), "first");
}

TEST(GroundsOfAnAnswer, ARuleThatHeldInSomeCompletionsIsARuleThatMayHold) {
    json pack = sound_shop();
    pack["rules"].erase(1);
    pack["rules"].push_back(rule("if-opened", {{"slot", "condition"}, {"says", "no"}, {"when", {{"opened", true}}}}));
    pack["rules"].push_back(rule("if-sealed", {{"slot", "condition"}, {"says", "yes"}, {"when", {{"opened", false}}}}));
    const json open = asked(pack, {{"received_on", "2026-03-15"}});
    EXPECT_EQ(open["status"], "conditional");
    EXPECT_EQ(open["missing"], json::array({"opened"}));
    EXPECT_EQ(held(open, "grounds"), "yes");
    EXPECT_EQ(held(open, "if-opened"), "unknown");
    EXPECT_EQ(held(open, "if-sealed"), "unknown");
    const json opened = asked(pack, {{"received_on", "2026-03-15"}, {"opened", true}});
    EXPECT_EQ(opened["status"], "refused");
    EXPECT_EQ(held(opened, "if-opened"), "yes");
    EXPECT_EQ(held(opened, "if-sealed"), "no reason");
}

TEST(GroundsOfAnAnswer, ARuleThatIsOverriddenHasNoPart) {
    json pack = sound_shop();
    pack["rules"].push_back(rule("longer", {{"slot", "window"}, {"by", days_after("received_on", 30)}, {"overrides", "window"}, {"when", {{"opened", true}}}}));
    const json longer = asked(pack, {{"received_on", "2026-03-01"}, {"opened", true}});
    EXPECT_EQ(longer["act_by"], json::parse(R"({"safe":"2026-03-31","last":"2026-03-31"})"));
    EXPECT_EQ(held(longer, "window"), "no reason");
    const json shorter = asked(pack, {{"received_on", "2026-03-15"}, {"opened", false}});
    EXPECT_EQ(shorter["act_by"], json::parse(R"({"safe":"2026-03-25","last":"2026-03-25"})"));
    EXPECT_EQ(held(shorter, "longer"), "no reason");
    // It overrides only in the slots and remedies of which it speaks itself.
    pack["rules"].back()["slot"] = "opens";
    const json elsewhere = asked(pack, {{"received_on", "2026-03-15"}, {"opened", true}});
    EXPECT_EQ(elsewhere["act_by"], json::parse(R"({"safe":"2026-03-25","last":"2026-03-25"})"));
}

// "Until the end of the window" for another step: the safe end, over the rules that hold and that nothing overrides.
TEST(GroundsOfAnAnswer, TheEndOfTheWindowIsThatOfTheRulesThatHold) {
    json pack = sound_shop();
    pack["rules"][2]["when"] = {{"opened", false}};
    pack["rules"].push_back(rule("send", {{"slot", "ship_back"}, {"by", days_after("window_end", 1)}}));
    pack["rules"].push_back(rule("if-opened", {{"slot", "window"}, {"by", days_after("received_on", 2)}, {"when", {{"opened", true}}}}));
    const auto send_by = [&](json facts) {
        facts["received_on"] = "2026-03-18";
        return asked(pack, facts)["steps"][0]["act_by"];
    };
    EXPECT_EQ(send_by({{"opened", false}}), json::parse(R"({"safe":"2026-03-29","last":"2026-03-29"})"));
    EXPECT_EQ(send_by({{"opened", true}}), json::parse(R"({"safe":"2026-03-21","last":"2026-03-21"})"));
    pack["rules"].push_back(rule("longer", {{"slot", "window"}, {"by", days_after("received_on", 20)}, {"overrides", {"window", "if-opened"}}}));
    EXPECT_EQ(send_by({{"opened", true}}), json::parse(R"({"safe":"2026-04-08","last":"2026-04-08"})"));
    // A number that is not known is taken as its least: safe whatever it turns out to be.
    pack["rules"].back()["by"]["length"] = {{"fact", "seller_return_window"}};
    EXPECT_EQ(send_by({{"opened", true}}), json::parse(R"({"safe":"2026-04-03","last":"2026-04-03"})"));
    EXPECT_EQ(send_by({{"opened", true}, {"seller_return_window", 20}}), json::parse(R"({"safe":"2026-04-08","last":"2026-04-08"})"));
}

TEST(GroundsOfAnAnswer, AnOpeningDayDecidesBetweenNotYetAndNow) {
    const auto status = [](const json& by, const json& facts) {
        json pack = sound_shop();
        pack["rules"].push_back(rule("opens", {{"slot", "opens"}, {"by", by}}));
        json all = {{"received_on", "2026-03-15"}};
        all.update(facts);
        return asked(pack, all)["status"];
    };
    EXPECT_EQ(status(days_after("received_on", 5), json::object()), "allowed") << "on the day it opens";
    EXPECT_EQ(status(days_after("received_on", 6), json::object()), "not_yet");
    EXPECT_EQ(status(days_after("delivered_on", 5), json::object()), "conditional") << "nobody knows from when on";
    const json between = {{"after", "received_on"}, {"least", 5}, {"most", 8}, {"unit", "calendar_days"}};
    EXPECT_EQ(status(between, json::object()), "contested");
    EXPECT_EQ(status(between, {{"received_on", "2026-03-12"}}), "allowed") << "sure since today";
    EXPECT_EQ(status(days_after("received_on", 6), {{"return_requested_on", "2026-03-16"}}), "contested") << "asked for before it had opened";
}

TEST(GroundsOfAnAnswer, AWordThatHedgesIsAYesAndANo) {
    const auto status = [](const char* says) {
        json pack = sound_shop();
        pack["rules"][0]["says"] = says;
        return asked(pack, {{"received_on", "2026-03-15"}})["status"];
    };
    EXPECT_EQ(status("yes"), "allowed");
    EXPECT_EQ(status("no"), "refused");
    EXPECT_EQ(status("may"), "contested");
    EXPECT_EQ(status("depends"), "conditional");
    json pack = sound_shop();
    pack["rules"].erase(0);
    EXPECT_EQ(asked(pack, {{"received_on", "2026-03-15"}})["status"], "conditional") << "no word at all";
}

// A refusal stays one whatever the window says, and a closed window is closed where nothing else is known.
TEST(GroundsOfAnAnswer, WithoutADateOnlyANoIsCertain) {
    json pack = sound_shop();
    EXPECT_EQ(asked(pack, json::object())["status"], "conditional");
    EXPECT_TRUE(asked(pack, json::object())["act_by"].is_null());
    EXPECT_EQ(asked(pack, json::object())["hangs_on"]["act_by"], json::array({"received_on"}));
    pack["rules"][0]["says"] = "no";
    EXPECT_EQ(asked(pack, json::object())["status"], "refused");
    pack["rules"][0]["says"] = "yes";
    pack["rules"].push_back(rule("opens", {{"slot", "opens"}, {"by", "promised_by"}}));
    EXPECT_EQ(asked(pack, {{"promised_by", "2026-03-25"}})["status"], "not_yet");
}

}  // namespace
}  // namespace returnable::test
