// What a pack says beside its answers, and store credit, deductions and amounts of money in what it answers.
#include "invented_shop.h"

namespace returnable::test {
namespace {

json lenient() {
    json pack = shop();
    pack["rules"].push_back(rule("grounds", {{"slot", "grounds"}, {"says", "yes"}}));
    pack["rules"].push_back(rule("condition", {{"slot", "condition"}, {"says", "yes"}}));
    return pack;
}

json info(const json& pack) {
    Library shops;
    EXPECT_EQ(errors_text(shops.add_pack(pack.dump())), "");
    return json::parse(packs_json(shops))[0];
}

std::string fault(const json& pack) {
    const auto errors = library().validate(pack.dump());
    return errors.size() == 1 ? errors[0].code + " " + errors[0].path : errors_text(errors);
}

TEST(PackNotes, DeductionsAreNamedWhereTheirRuleHolds) {
    json pack = lenient();
    pack["advice"] = {"keep_records"};
    pack["deductions"] = {{"restocking", {{"says", "15 % is kept."}, {"percent", 15}}},
                          {"label", {{"says", "The label."}, {"amount", 795}, {"currency", "USD"}}}};
    pack["rules"].push_back(rule("fee", {{"slot", "deductions"}, {"when", {{"opened", true}}}, {"codes", {"restocking", "label"}}}));
    pack["rules"].push_back(rule("advice", {{"slot", "advice"}, {"codes", {"keep_records"}}}));
    const json opened = ask(pack, {{"opened", true}})["items"][0]["entitlements"][0];
    EXPECT_EQ(opened["deductions"], json::parse(R"(["label","restocking"])")) << "in the order of the pack's object";
    EXPECT_EQ(opened["advice"], json::parse(R"(["keep_records"])"));
    EXPECT_FALSE(ask(pack, {{"opened", false}})["items"][0]["entitlements"][0].contains("deductions"));
    EXPECT_EQ(info(pack)["deductions"], pack["deductions"]);
    EXPECT_FALSE(info(lenient()).contains("deductions"));
}

TEST(PackNotes, FaultsOfDeductions) {
    json pack = lenient();
    const auto with = [&](const char* deduction) {
        pack["deductions"] = {{"fee", json::parse(deduction)}};
        return fault(pack);
    };
    EXPECT_EQ(with(R"({"says":"x","amount":1,"currency":"USD"})"), "");
    EXPECT_EQ(with(R"({"says":"x"})"), "");
    EXPECT_EQ(with(R"({"percent":5})"), "missing /deductions/fee/says");
    EXPECT_EQ(with(R"({"says":""})"), "bad_value /deductions/fee/says");
    EXPECT_EQ(with(R"({"says":"x","amount":1})"), "missing /deductions/fee");
    EXPECT_EQ(with(R"({"says":"x","amount":0,"currency":"USD"})"), "out_of_range /deductions/fee/amount");
    EXPECT_EQ(with(R"({"says":"x","amount":1,"currency":"usd"})"), "bad_value /deductions/fee/currency");
    EXPECT_EQ(with(R"({"says":"x","amount":1,"currency":"USD","percent":5})"), "bad_value /deductions/fee");
    EXPECT_EQ(with(R"({"says":"x","percent":101})"), "out_of_range /deductions/fee/percent");
    EXPECT_EQ(with(R"({"says":"x","percent":100})"), "");
    pack["advice"] = {"fee"};
    EXPECT_EQ(fault(pack), "duplicate_id /deductions/fee");
    pack["advice"] = {"keep_records"};
    pack["rules"].push_back(rule("fee", {{"slot", "deductions"}, {"codes", {"keep_records"}}}));
    EXPECT_EQ(fault(pack), "unknown_name /rules/2/codes/0");
    pack["rules"][2] = rule("fee", {{"slot", "advice"}, {"codes", {"fee"}}});
    EXPECT_EQ(fault(pack), "unknown_name /rules/2/codes/0");
    pack["rules"][2] = rule("fee", {{"slot", {"deductions", "advice"}}, {"codes", {"fee"}}});
    EXPECT_EQ(fault(pack), "bad_value /rules/2/slot");
}

TEST(PackNotes, StoreCreditPromisesNoMoney) {
    json pack = lenient();
    pack["remedies"][0] = {{"id", "store_credit"}, {"kind", "promise"}, {"gives", "store_credit"}, {"clauses", "R1"}};
    EXPECT_EQ(info(pack)["store_credit"], json::parse(R"(["store_credit"])"));
    const json verdict = ask(pack, {{"received_on", "2026-03-10"}, {"wants", "refund"}});
    EXPECT_EQ(verdict["items"][0]["entitlements"][0]["refund_by"], nullptr);
    EXPECT_EQ(verdict["items"][0]["unserved_want"], "refund");
    pack["remedies"][0]["refund_step"] = "ship_back";
    EXPECT_EQ(fault(pack), "bad_value /remedies/0/refund_step");
    pack["remedies"][0].erase("refund_step");
    pack["remedies"][0]["wants"] = "refund";
    EXPECT_EQ(fault(pack), "bad_value /remedies/0/wants");
    pack["remedies"][0]["gives"] = "money";
    EXPECT_EQ(fault(pack), "");
    EXPECT_FALSE(info(pack).contains("store_credit"));
    pack["remedies"][0]["gives"] = "gold";
    EXPECT_EQ(fault(pack), "bad_value /remedies/0/gives");
}

TEST(PackNotes, AmountsOfMoneyInTheCasesOwnCurrency) {
    json pack = lenient();
    pack["facts"]["currency"] = {{"absent", "not_happened"}};
    pack["rules"].push_back(
        rule("cheap", {{"slot", "grounds"}, {"when", {{"currency", "EUR"}, {"price", {{"at_most", 1999}}}}}, {"says", "no"}, {"overrides", "grounds"}}));
    Library shops;
    ASSERT_EQ(errors_text(shops.add_pack(pack.dump())), "");
    const auto status = [&](const char* currency, int price) {
        json order = {{"as_of", "2026-03-20"}, {"facts", {{"marketplace", "blue_kettle"}, {"reason", "damaged"}, {"price", price}}}};
        if (*currency) order["currency"] = currency;
        return check_case(order, shops)["items"][0]["status"];
    };
    EXPECT_EQ(status("EUR", 1999), "refused");
    EXPECT_EQ(status("EUR", 2000), "allowed");
    EXPECT_EQ(status("USD", 1999), "allowed");
    EXPECT_EQ(status("", 1999), "allowed");
    pack["facts"]["currency"] = {{"kind", "yes_no"}, {"prompt", "Do you like money?"}};  // one of its own
    pack["rules"].erase(2);
    EXPECT_EQ(fault(pack), "");
}

TEST(PackNotes, ATierOfMembershipIsAChoiceOfThePack) {
    json pack = lenient();
    pack["facts"]["tier"] = {{"kind", "choice"}, {"values", {"none", "silver", "gold"}}, {"prompt", "Which tier?"}};
    pack["rules"].push_back(rule("days", {{"slot", "window"}, {"by", days_after("received_on", 14)}}));
    pack["rules"].push_back(rule("gold", {{"slot", "window"}, {"when", {{"tier", "gold"}}}, {"by", days_after("received_on", 60)}, {"overrides", "days"}}));
    const auto first = [&](const json& facts) { return ask(pack, facts)["items"][0]["entitlements"][0]; };
    EXPECT_EQ(first({{"received_on", "2026-03-10"}, {"tier", "gold"}})["act_by"]["last"], "2026-05-09");
    EXPECT_EQ(first({{"received_on", "2026-03-10"}, {"tier", "silver"}})["act_by"]["last"], "2026-03-24");
    const json open = first({{"received_on", "2026-03-10"}});
    EXPECT_EQ(open["act_by"], json::parse(R"({"safe":"2026-03-24","last":"2026-05-09"})"));
    EXPECT_EQ(open["missing"], json::parse(R"(["tier"])"));
}

TEST(PackNotes, WordsNameWhatThePackHas) {
    json pack = lenient();
    pack["evidence"] = {"photo"};
    pack["words"] = {{"ship_back", "Post the kettle"}, {"refund_on_return", "Money for the kettle"}, {"photo", "A photo"}};
    EXPECT_EQ(info(pack)["words"], pack["words"]);
    pack["words"]["ship_bak"] = "x";
    EXPECT_EQ(fault(pack), "unknown_name /words/ship_bak");
    pack["words"].erase("ship_bak");
    pack["words"]["photo"] = "";
    EXPECT_EQ(fault(pack), "bad_value /words/photo");
    pack["words"]["photo"] = std::string(1001, 'x');
    EXPECT_EQ(fault(pack), "too_large /words/photo");
    pack["words"] = "none";
    EXPECT_EQ(fault(pack), "wrong_type /words");
}

TEST(PackNotes, MonthsOfReview) {
    json pack = lenient();
    EXPECT_EQ(info(pack)["review_after_months"], 6);
    pack["review_after_months"] = 3;
    EXPECT_EQ(info(pack)["review_after_months"], 3);
    Library shops;
    (void)shops.add_pack(pack.dump());
    EXPECT_EQ(shops.packs()[0].review_after_months, 3);
    pack["review_after_months"] = 0;
    EXPECT_EQ(fault(pack), "out_of_range /review_after_months");
    for (const PackSummary& one : library().packs()) EXPECT_EQ(one.review_after_months, one.governs.empty() ? 6 : 12) << one.id;
}

TEST(PackNotes, FaultsOfCalendarDays) {
    json pack = lenient();
    pack["rules"].push_back(rule("days", {{"slot", "window"}}));
    const auto with = [&](const char* by) {
        pack["rules"][2]["by"] = json::parse(by);
        return fault(pack);
    };
    EXPECT_EQ(with(R"({"on":"2027-01-31"})"), "");
    EXPECT_EQ(with(R"({"on":"01-31","after":"ordered_on"})"), "");
    EXPECT_EQ(with(R"({"on":"02-29","after":"ordered_on"})"), "bad_date /rules/2/by/on");
    EXPECT_EQ(with(R"({"on":"13-01","after":"ordered_on"})"), "bad_date /rules/2/by/on");
    EXPECT_EQ(with(R"({"on":"2027-02-30"})"), "bad_date /rules/2/by/on");
    EXPECT_EQ(with(R"({"on":5})"), "wrong_type /rules/2/by/on");
    EXPECT_EQ(with(R"({"on":"01-31"})"), "missing /rules/2/by/after");
    EXPECT_EQ(with(R"({"on":"2027-01-31","after":"ordered_on"})"), "bad_value /rules/2/by/after");
    EXPECT_EQ(with(R"({"on":"01-31","after":"ordered_on","unit":"calendar_days"})"), "unknown_key /rules/2/by/unit");
    pack["rules"][2]["by"] = {{"on", "2027-01-31"}};
    const auto when = [&](const char* within) {
        pack["rules"][2]["when"] = {{"within", json::parse(within)}};
        return fault(pack);
    };
    EXPECT_EQ(when(R"({"day":"ordered_on","from":"11-01","to":"12-31"})"), "");
    EXPECT_EQ(when(R"({"day":"ordered_on","from":"11-01","to":"2026-12-31"})"), "bad_value /rules/2/when/within");
    EXPECT_EQ(when(R"({"day":"ordered_on","from":"2026-11-02","to":"2026-11-01"})"), "bad_value /rules/2/when/within");
    EXPECT_EQ(when(R"({"day":"ordered_on","from":"11-31","to":"12-31"})"), "bad_date /rules/2/when/within/from");
    EXPECT_EQ(when(R"({"from":"11-01","to":"12-31"})"), "missing /rules/2/when/within/day");
    EXPECT_EQ(when(R"({"day":"ordered_on","to":"12-31"})"), "missing /rules/2/when/within/from");
}

}  // namespace
}  // namespace returnable::test
