// Many open facts at once: where no slot reads many of them the answer stays whole, and where one does there is none.
#include "support.h"

namespace returnable::test {
namespace {

constexpr int facts = 16;

std::string numbered(const char* what, int n) { return what + std::to_string(n); }

// So many open facts, each read by the one rule of a step of its own; `after` says what a step waits for.
json shop(const std::function<json(int)>& after) {
    json pack = json::parse(read_file(RETURNABLE_PACKS_DIR "/blue_kettle.json"));
    for (int n = 0; n < facts; ++n) {
        pack["facts"][numbered("open_", n)] = {{"kind", "yes_no"}, {"prompt", "Open?"}};

        pack["steps"].push_back({{"id", numbered("step_", n)}, {"actor", "seller"}, {"after", after(n)}, {"clauses", "R1"}});
        const json when{{numbered("open_", n), true}};
        const json by{{"after", after(n)}, {"length", n + 2}, {"unit", "calendar_days"}};
        pack["rules"].push_back({{"id", numbered("by-", n)}, {"slot", numbered("step_", n)}, {"when", when}, {"by", by}, {"clauses", "R1"}});
    }
    return pack;
}

json ask(const json& pack) {
    Library shops;
    const auto errors = shops.add_pack(pack.dump());
    EXPECT_TRUE(errors.empty()) << errors_text(errors);
    return check_case({{"as_of", "2026-03-20"}, {"facts", {{"marketplace", "blue_kettle"}, {"reason", "damaged"}, {"received_on", "2026-03-01"}}}}, shops);
}

TEST(ManyFacts, EachStepReadsOneAndNoDayIsLost) {
    const json verdict = ask(shop([](int) { return "received_on"; }));
    ASSERT_TRUE(verdict.contains("items")) << verdict;
    std::map<std::string, json> days;
    for (const json& step : verdict["items"][0]["entitlements"][0]["steps"]) days[step["id"]] = step["act_by"];
    for (int n = 0; n < facts; ++n) {
        const std::string day = format_date(Date{std::chrono::year{2026} / 3 / 1} + std::chrono::days{n + 2});
        EXPECT_EQ(days[numbered("step_", n)], json({{"safe", day}, {"last", day}})) << n;
    }
}

TEST(ManyFacts, AStepThatWaitsForAllOfThemIsRefusedNotCutShort) {
    const json verdict = ask(shop([](int n) { return n == 0 ? json("received_on") : json(numbered("step_", n - 1)); }));
    ASSERT_TRUE(verdict.contains("errors")) << verdict;
    EXPECT_EQ(verdict["errors"][0]["code"], "too_uncertain");
}

}  // namespace
}  // namespace returnable::test
