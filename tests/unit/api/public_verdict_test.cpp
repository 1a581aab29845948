// The public verdict: it owns what it says, says the same as the JSON, and is written as what stands in it.
#include <filesystem>

#include "support.h"

namespace returnable::test {
namespace {

Case aliexpress(Facts more) {
    Case order;
    order.as_of = *parse_date("2026-05-10");
    order.facts = {{"marketplace", "aliexpress"}, {"country", "US"}, {"category", "general"}};
    order.facts.insert(order.facts.end(), more.begin(), more.end());
    return order;
}

Verdict damaged() { return *check(library(), aliexpress({{"reason", "damaged"}, {"received_on", *parse_date("2026-05-04")}})); }

TEST(PublicVerdict, Write_everySheet_givesTheBytesOfCheckJson) {
    std::size_t answered = 0;
    for (const auto& entry : std::filesystem::directory_iterator(RETURNABLE_CASES_DIR)) {
        if (entry.path().extension() != ".json") continue;
        for (const json& sheet : json::parse(read_file(entry.path().string()))) {
            const std::string text = sheet.at("given").dump();
            const auto order = read_case(library(), text);
            if (!order) continue;
            const auto verdict = check(library(), *order);
            if (!verdict) continue;
            ASSERT_EQ(write_verdict(*verdict), check_json(library(), text)) << text;
            ++answered;
        }
    }
    EXPECT_GT(answered, 200u);
}

TEST(PublicVerdict, Copy_fromATemporaryOfALibraryThatIsGone_keepsItsTexts) {
    auto shops = std::make_unique<Library>(builtin_library());
    const Case order = aliexpress({{"reason", "damaged"}, {"received_on", "2026-05-04"}});
    const Entitlement first = check(*shops, order)->items[0].entitlements[0];
    const std::vector<std::string> missing = check(*shops, order)->items[0].entitlements[0].missing;
    const Step step = first.steps.at(0);
    const Question asked = *check(*shops, order)->next_question;
    shops.reset();
    EXPECT_EQ(first, damaged().items[0].entitlements[0]);
    EXPECT_EQ(missing, first.missing);
    EXPECT_EQ(step.id, "contact_seller");
    EXPECT_EQ(step.actor, Actor::buyer);
    EXPECT_FALSE(step.clauses.empty());
    EXPECT_FALSE(asked.fact.empty());
}

TEST(PublicVerdict, Enumerators_ofAnOrdinaryVerdict_areThoseOfItsJson) {
    const Verdict verdict = damaged();
    EXPECT_EQ(verdict.headline.phase, Phase::start);
    EXPECT_EQ(verdict.checked_on, parse_date("2026-11-22"));
    const Entitlement& one = verdict.items.at(0).entitlements.at(0);
    EXPECT_EQ(one.kind, RemedyKind::promise);
    EXPECT_EQ(one.status, Status::allowed);
    EXPECT_EQ(one.refund_basis, Basis::estimate);
    EXPECT_EQ(one.window->unit, Unit::calendar_days);
    EXPECT_EQ(one.return_shipping, (std::vector{Payer::buyer, Payer::seller}));
    EXPECT_EQ(one.reasons.at(0).slot, "remedy");
    EXPECT_EQ(one.reasons.at(0).held, Held::yes);
    EXPECT_EQ(one.reasons.at(0).says, Says::nothing);
}

TEST(PublicVerdict, NameOf_eachEnumerator_isItsWordAndOfAnyOtherValueEmpty) {
    EXPECT_STREQ(name_of(Status::not_covered), "not_covered");
    EXPECT_STREQ(name_of(StepState::later), "later");
    EXPECT_STREQ(name_of(StepState::skipped), "skipped");
    EXPECT_STREQ(name_of(StepState::done), "done");
    EXPECT_STREQ(name_of(Phase::your_turn), "your_turn");
    EXPECT_STREQ(name_of(Payer::platform), "platform");
    EXPECT_STREQ(name_of(Actor::bank), "bank");
    EXPECT_STREQ(name_of(RemedyKind::last_resort), "last_resort");
    EXPECT_STREQ(name_of(Basis::stated), "stated");
    EXPECT_STREQ(name_of(Held::unknown), "unknown");
    EXPECT_STREQ(name_of(Says::may), "may");
    EXPECT_STREQ(name_of(Unit::business_days), "business_days");
    EXPECT_STREQ(name_of(static_cast<Status>(7)), "");
    EXPECT_STREQ(name_of(static_cast<StepState>(255)), "");
    EXPECT_STREQ(name_of(static_cast<Unit>(4)), "");
}

// Once, parts were written by their place in the verdict's own pack: a foreign one came out as another conflict.
TEST(PublicVerdict, Write_entitlementOfAnotherPack_writesItsOwnConflicts) {
    Case temu = aliexpress({{"reason", "damaged"}, {"received_on", "2026-05-04"}});
    temu.facts[0].second = "temu";
    Verdict mixed = *check(library(), temu);
    mixed.items.at(0).entitlements = damaged().items.at(0).entitlements;
    const json written = json::parse(write_verdict(mixed))["items"][0]["entitlements"];
    const json whole = json::parse(write_verdict(damaged()))["items"][0]["entitlements"];
    ASSERT_FALSE(whole[0]["conflicts"].empty());
    EXPECT_EQ(written, whole);
}

TEST(PublicVerdict, Write_partsChangedByHand_writesWhatStandsThere) {
    Verdict verdict = damaged();
    Entitlement& one = verdict.items[0].entitlements[0];
    one.conflicts.at(0).id = "K99";
    one.reasons.at(0).clauses = {"Z1"};
    one.assumes.assign(2, {"opened", true, std::nullopt, false});
    one.assumes[1] = {"transit_days", CannotSay{}, std::pair<std::int64_t, std::int64_t>{1, 2}, true};
    one.steps.at(0).state = StepState::skipped;
    verdict.clauses.at(0).says = "Said by hand.";
    const json written = json::parse(write_verdict(verdict));
    const json first = written["items"][0]["entitlements"][0];
    EXPECT_EQ(first["conflicts"][0]["id"], "K99");
    EXPECT_EQ(first["reasons"][0]["clauses"], json::array({"Z1"}));
    EXPECT_EQ(first["assumes"], json::parse(R"([{"fact":"opened","value":true},{"fact":"transit_days","value":{"min":1,"max":2},"basis":"assumption"}])"));
    EXPECT_EQ(first["steps"][0]["state"], "skipped");
    EXPECT_EQ(written["clauses"][verdict.clauses[0].id]["says"], "Said by hand.");
}

TEST(PublicVerdict, Write_dayOutOfRange_isNull) {
    Verdict verdict = damaged();
    verdict.as_of = last_date + std::chrono::days{1};
    verdict.items[0].entitlements[0].act_by = DateRange{first_date - std::chrono::days{1}, Date::max()};
    verdict.checked_on = Date::min();
    const json written = json::parse(write_verdict(verdict));
    EXPECT_TRUE(written["as_of"].is_null());
    EXPECT_TRUE(written["checked_on"].is_null());
    EXPECT_EQ(written["items"][0]["entitlements"][0]["act_by"], json::parse(R"({"safe":null,"last":null})"));
}

TEST(PublicVerdict, FormatDate_dayOutOfRange_isEmpty) {
    EXPECT_EQ(format_date(first_date), "1970-01-01");
    EXPECT_EQ(format_date(last_date), "2199-12-31");
    for (const Date day : {first_date - std::chrono::days{1}, last_date + std::chrono::days{1}, Date::min(), Date::max(), Date{std::chrono::days{-700'000}}}) {
        EXPECT_EQ(format_date(day), "") << day.time_since_epoch().count();
    }
}

TEST(PublicVerdict, Result_withAValue_isReadLikeAPointer) {
    Result<std::string> result = std::string("text");
    ASSERT_TRUE(result);
    EXPECT_EQ(*result, "text");
    EXPECT_EQ(result->size(), 4u);
    const std::string taken = *std::move(result);
    EXPECT_EQ(taken, "text");
    EXPECT_FALSE(Result<std::string>(std::vector<Error>{{"code", "", ""}}));
}

TEST(PublicVerdict, Packs_withAndWithoutAPeriod_giveDates) {
    json pack = json::parse(read_file(RETURNABLE_PACKS_DIR "/blue_kettle.json"));
    pack["effective"] = {{"from", "2020-01-01"}};
    Library shops;
    ASSERT_EQ(errors_text(shops.add_pack(pack.dump())), "");
    const PackSummary one = shops.packs().at(0);
    EXPECT_EQ(one.checked_on, *parse_date("2026-11-20"));
    EXPECT_EQ(one.effective_from, parse_date("2020-01-01"));
    EXPECT_EQ(one.effective_to, std::nullopt);
}

}  // namespace
}  // namespace returnable::test
