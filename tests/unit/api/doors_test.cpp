// The other ways to ask: the quick answer, a sweep over days, every pack at once, the list of packs, a pack added as text.
#include <filesystem>

#include "engine_view.h"
#include "library_access.h"
#include "support.h"
#include "writing/verdict_json.h"

namespace returnable::test {
namespace {

json kettle() { return json::parse(read_file(RETURNABLE_PACKS_DIR "/blue_kettle.json")); }

std::vector<json> all_cases() {
    std::vector<json> cases;
    for (const auto& entry : std::filesystem::directory_iterator(RETURNABLE_CASES_DIR)) {
        if (entry.path().extension() != ".json") continue;
        for (const json& sheet : json::parse(read_file(entry.path().string()))) cases.push_back(sheet.at("given"));
    }
    return cases;
}

json sweep(const json& order, const std::string& from, const std::string& to, const Library& packs = library()) {
    return json::parse(sweep_json(packs, order.dump(), from, to));
}

// Of its best promise; a last resort never lifts it.
json best_promise(const json& item) {
    for (const json& one : item.at("entitlements"))
        if (one.at("kind") == "promise") return one;
    return nullptr;
}

TEST(Doors, LettersThatJsonMustEscapeComeBackAsTheyWent) {
    json pack = kettle();
    const std::string odd = "a \"quoted\" \\ back\tslash,\n a bell \x07, \x1f and \xC3\xA9";
    pack["name"] = pack["clauses"]["R1"]["says"] = odd;
    Library shops;
    ASSERT_TRUE(shops.add_pack(pack.dump()).empty());
    EXPECT_EQ(json::parse(packs_json(shops))[0]["name"], odd);
    const json verdict = check_case({{"as_of", "2026-03-20"}, {"facts", {{"marketplace", "blue_kettle"}, {"reason", "damaged"}}}}, shops);
    EXPECT_EQ(verdict["clauses"]["R1"]["says"], odd);
}

TEST(Doors, AVerdictIsWrittenInFullWithoutItsPack) {
    const auto order = read_case(library(), all_cases()[0].dump());
    ASSERT_TRUE(order);
    auto verdict = check_view(library(), *order);
    ASSERT_TRUE(verdict);
    const std::string whole = write_view(*verdict);
    const auto pack = std::exchange(verdict->keeps, nullptr);
    EXPECT_EQ(write_view(*verdict), whole);
}

// The steps of a paid return, in their order: not those of a free one, nor the ones that are only reckoned with.
TEST(Doors, AVerdictListsTheStepsThatApplyAndMarksTheDaysThatAreReckoned) {
    const json verdict = check_case(
        {{"as_of", "2026-05-10"}, {"facts", {{"marketplace", "aliexpress"}, {"reason", "damaged"}, {"category", "general"}, {"received_on", "2026-05-04"}}}});
    const json one = entitlement(verdict, "refund_on_return");
    std::string steps;
    for (const json& step : one["steps"]) {
        steps += step["id"].get<std::string>() + (step["projected"] ? "? " : " ");
    }
    EXPECT_EQ(steps, "contact_seller open_dispute seller_reply? ship_back? add_tracking? transit? inspection? refund_issued? refund_arrives? ");
}

TEST(Doors, ManyCasesAreAnsweredLikeADayOfASweepEachAndFaultsStayWithTheirCase) {
    std::vector<std::string> texts{"{", ""};
    for (const json& given : all_cases()) texts.push_back(given.dump());
    const std::vector<std::string_view> cases(texts.begin(), texts.end());
    const json answers = json::parse(check_all_json(library(), cases));
    ASSERT_EQ(answers.size(), texts.size());
    EXPECT_EQ(answers[0]["errors"][0]["code"], "bad_json");
    EXPECT_EQ(answers[1]["errors"][0]["code"], "bad_json");
    std::size_t answered = 0;
    for (std::size_t i = 2; i < texts.size(); ++i) {
        const json given = json::parse(texts[i]), verdict = check_case(given);
        if (verdict.contains("errors")) {
            EXPECT_EQ(answers[i], (json{{"errors", verdict["errors"]}})) << texts[i];
            continue;
        }
        EXPECT_EQ(answers[i], sweep(given, given["as_of"], given["as_of"])[0]) << texts[i];
        ++answered;
    }
    EXPECT_GT(answered, 200u);
    EXPECT_EQ(check_all_json(library(), {}), "[]");
}

TEST(Doors, TheQuickAnswerIsThatOfTheVerdictOnEverySheet) {
    std::size_t items = 0, payers = 0;
    for (const json& given : all_cases()) {
        const auto order = read_case(library(), given.dump());
        const json verdict = check_case(given);
        ASSERT_TRUE(order || verdict.contains("errors")) << given.dump();
        if (!order) continue;
        const auto quick = quick_check(library(), *order.value);
        ASSERT_EQ(static_cast<bool>(quick), !verdict.contains("errors")) << given.dump();
        if (!quick) continue;
        ASSERT_EQ(quick.value->size(), verdict["items"].size());
        for (std::size_t i = 0; i < quick.value->size(); ++i) {
            const QuickItem& one = (*quick.value)[i];
            const json& item = verdict["items"][i];
            EXPECT_EQ(one.id, item["id"]);
            EXPECT_EQ(name_of(one.status), item["status"]) << given.dump();
            const json best = best_promise(item);
            const json expected = best.is_null() ? json() : best["return_shipping"];
            json got;
            if (one.return_shipping) {
                got = json::array();
                for (const Payer payer : *one.return_shipping) got.push_back(name_of(payer));
            }
            EXPECT_EQ(got, expected) << given.dump();
            ++items;
            payers += got.size();
        }
    }
    EXPECT_GT(items, 200u);
    EXPECT_GT(payers, 100u);
}

const json order = {{"as_of", "2026-05-10"},
                    {"facts", {{"marketplace", "wish"}, {"reason", "damaged"}, {"category", "general"}, {"received_on", "2026-05-04"}}}};

TEST(Doors, ASweepGivesEachDayItsAnswer) {
    // C23: 30 days from delivery, so 3 June is the last day; nobody says who pays.
    const json days = sweep(order, "2026-05-03", "2026-06-04");
    ASSERT_EQ(days.size(), 33u);
    EXPECT_EQ(days[0], json::parse(R"({"as_of":"2026-05-03","errors":[{"code":"after_as_of","path":"/facts/received_on","message":)" +
                                   days[0]["errors"][0]["message"].dump() + "}]}"));
    EXPECT_EQ(days[1], json::parse(R"({"as_of":"2026-05-04","items":[{"id":"item","status":"conditional","return_shipping":null,"beside_status":null}]})"));
    EXPECT_EQ(days[31]["as_of"], "2026-06-03");
    EXPECT_EQ(days[31]["items"][0]["status"], "conditional");
    EXPECT_EQ(days[32]["items"][0]["status"], "expired");
    json paid = order;
    paid["facts"]["marketplace"] = "aliexpress";
    paid["facts"]["reason"] = "changed_mind";
    EXPECT_EQ(sweep(paid, "2026-05-10", "2026-05-10")[0]["items"][0]["return_shipping"], json::array({"buyer"}));
}

TEST(Doors, ASweepRefusesDaysThatAreNone) {
    const auto faults = [](const json& answer) {
        std::string out;
        for (const json& one : answer.at("errors")) out += one.at("code").get<std::string>() + " " + one.at("path").get<std::string>() + ";";
        return out;
    };
    EXPECT_EQ(faults(sweep(order, "2026-05-32", "x")), "bad_date /from;bad_date /to;");
    EXPECT_EQ(faults(sweep(order, "2026-05-10", "x")), "bad_date /to;");
    EXPECT_EQ(faults(sweep(order, "", "2026-05-10")), "bad_date /from;");
    EXPECT_EQ(faults(sweep(order, "2026-05-10", "2026-05-09")), "out_of_order /to;");
    EXPECT_EQ(sweep(order, "2026-05-10", "2026-05-10").size(), 1u);
    EXPECT_EQ(sweep(order, "2026-01-01", "2036-01-08").size(), 3660u);
    EXPECT_EQ(faults(sweep(order, "2026-01-01", "2036-01-09")), "too_many /to;");
    EXPECT_EQ(faults(sweep(json::array(), "2026-05-10", "2026-05-10")), "wrong_type ;");
}

TEST(Doors, CompareAsksEveryPackOfItsOwn) {
    const json all = json::parse(compare_json(library(), order.dump()));
    ASSERT_EQ(all.size(), 4u);
    for (const auto& [id, verdict] : all.items()) {
        json own = order;
        own["facts"]["marketplace"] = id;
        EXPECT_EQ(verdict, check_case(own)) << id;
    }
    EXPECT_EQ(json::parse(compare_json(library(), "[]"))["errors"][0]["code"], "wrong_type");
    json impossible = order;
    impossible["facts"]["received_on"] = "2026-05-11";
    EXPECT_EQ(json::parse(compare_json(library(), impossible.dump()))["errors"][0]["code"], "after_as_of");
}

TEST(Doors, WhereNoEditionIsInForceCompareSaysNotCovered) {
    json old = kettle();
    old["effective"] = {{"from", "2020-01-01"}, {"to", "2025-12-31"}};
    Library shops = library();
    ASSERT_TRUE(shops.add_pack(old.dump()).empty());
    json two = order;
    two["items"] = {{{"id", "a"}}, {{"id", "b"}}};
    const json all = json::parse(compare_json(shops, two.dump()));
    ASSERT_EQ(all.size(), 5u);
    const json& none = all["blue_kettle"];
    ASSERT_EQ(none["items"].size(), 2u);
    EXPECT_EQ(none["as_of"], "2026-05-10");
    EXPECT_EQ(none["items"][1]["id"], "b");
    EXPECT_EQ(none["items"][1]["status"], "not_covered");
    for (const json& one : none["items"][1]["entitlements"]) EXPECT_NE(one["policy"], "blue_kettle") << "only what holds beside every shop";
    EXPECT_TRUE(none["next_question"].is_null());
    EXPECT_TRUE(none["headline"]["entitlement"].is_null());
    const auto quick =
        sweep(json::parse(R"({"as_of":"2026-05-10","facts":{"marketplace":"blue_kettle","reason":"damaged"}})"), "2025-12-31", "2026-01-01", shops);
    EXPECT_EQ(quick[0]["items"][0]["status"], "conditional");
    EXPECT_EQ(quick[1]["items"][0], json::parse(R"({"id":"item","status":"not_covered","return_shipping":null,"beside_status":null})"));
}

TEST(Doors, APackAddedAsTextIsNamedOrItsFaultsAre) {
    Library shops;
    EXPECT_EQ(packs_json(shops), "[]");
    EXPECT_EQ(add_pack_json(shops, kettle().dump()), R"({"id":"blue_kettle","name":"The Blue Kettle"})");
    EXPECT_EQ(json::parse(add_pack_json(shops, "[]"))["errors"][0]["code"], "wrong_type");
    EXPECT_EQ(json::parse(add_pack_json(shops, kettle().dump()))["errors"][0]["code"], "overlap");
    EXPECT_EQ(shops.packs().size(), 1u);
}

TEST(Doors, TheListOfPacksSaysWhatEachKnows) {
    json pack = kettle();
    pack["effective"] = {{"from", "2020-01-01"}};
    pack["facts"]["transit_days"] = {{"range", {0, 12}}};
    pack["facts"]["size"] = {{"kind", "choice"}, {"values", {"s", "m"}}, {"prompt", "Which size?"}};
    pack["facts"]["seat"] = {{"kind", "choice"}, {"values", json::array()}, {"prompt", "Which seat?"}};
    for (int i = 0; i < 64; ++i) pack["facts"]["seat"]["values"].push_back("seat_" + std::to_string(i));
    Library shops;
    ASSERT_EQ(errors_text(shops.add_pack(pack.dump())), "");
    const json all = json::parse(packs_json(shops));
    ASSERT_EQ(all.size(), 1u);
    json one = all[0];
    const json facts = one["facts"];
    one.erase("facts");
    EXPECT_EQ(one, json::parse(R"({"id":"blue_kettle","name":"The Blue Kettle","checked_on":"2026-11-20",
        "effective":{"from":"2020-01-01","to":null},"remedies":["refund_on_return"],
        "sources":[{"id":"fan-blog","title":"Kettle notes","kind":"a fan's blog","tier":"guide","date":null},
                   {"id":"shop-page","title":"Returns at The Blue Kettle","kind":"the shop's own page","tier":"platform_page","date":"2026-10-01"}],
        "review_after_months":6})"));
    EXPECT_EQ(facts["boiled"], json::parse(R"({"kind":"yes_no","prompt":"Has it boiled water yet?"})"));
    EXPECT_EQ(facts["kettle_club"]["hint"], "the welcome letter, or your account page under Club");
    EXPECT_EQ(facts["size"], json::parse(R"({"kind":"choice","values":["s","m"],"prompt":"Which size?"})"));
    EXPECT_EQ(facts["seat"]["values"].size(), 64u);
    EXPECT_EQ(facts["transit_days"], json::parse(R"({"kind":"number","range":[0,12]})"));
    EXPECT_EQ(facts["received_on"], json::parse(R"({"kind":"date","hint":"the parcel's tracking page"})"));
    EXPECT_EQ(facts["country"], json::parse(R"({"kind":"choice"})")) << "the list of all countries is nothing to show";
    EXPECT_EQ(facts["marketplace"], json::parse(R"({"kind":"word"})"));
}

}  // namespace
}  // namespace returnable::test
