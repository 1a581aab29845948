// Every rule of every built-in pack has a part in the answer to some sheet.
#include <filesystem>
#include <map>
#include <set>

#include "evaluation/bind_facts.h"
#include "evaluation/derived_facts.h"
#include "library_access.h"
#include "support.h"
#include "verdict/explain.h"
#include "verdict/governing.h"

namespace returnable::test {
namespace {

void cover(const std::shared_ptr<const Pack>& of, const Case& order, std::set<std::string>& covered) {
    const Pack& pack = *of;
    VerdictStorage storage(of);
    std::vector<Error> errors;
    auto items = know(order, pack, nullptr, errors);
    const int as_of = static_cast<int>(order.as_of.time_since_epoch().count());
    Work work(most_steps_of_a_case);
    derive_facts(pack, items, as_of, work);
    for (const KnownItem& item : items) {
        World world(pack, item.facts, as_of, work);
        Evaluator evaluator(world);
        std::vector<Applying> steps;
        for (std::size_t remedy = 0; remedy < pack.remedies.size(); ++remedy) {
            if (!evaluator.begin(remedy, true)) continue;
            Explained explained;
            answer(evaluator, explained.answer);
            if (!explained.answer.granted) continue;
            explain(evaluator, storage, steps, explained);
            for (std::size_t i = 0; i < pack.rules.size(); ++i) {
                if (explained.answer.ever[i] || explained.step_rules[i]) covered.insert(pack.id + " " + pack.rules[i].id);
            }
        }
    }
}

TEST(RuleCover, EveryRuleDecidesSomeSheet) {
    std::map<std::string, std::shared_ptr<const Pack>> packs;
    std::set<std::string> rules, covered;
    for (const auto& pack : loaded_packs(library())) {
        packs[pack->id] = pack;
        for (const RuleSpec& rule : pack->rules) rules.insert(pack->id + " " + rule.id);
    }
    for (const auto& entry : std::filesystem::directory_iterator(RETURNABLE_CASES_DIR)) {
        if (entry.path().extension() != ".json") continue;
        for (const json& sheet : json::parse(read_file(entry.path().string()))) {
            const auto order = read_case(library(), sheet["given"].dump());
            if (!order) continue;  // a sheet of faults
            const std::string shop = sheet["given"]["facts"]["marketplace"];
            cover(packs.at(shop), *order.value, covered);
            for (const auto& law : governing(loaded_packs(library()), *order.value)) cover(law, *order.value, covered);
        }
    }
    ASSERT_FALSE(rules.empty());
    for (const std::string& rule : rules) EXPECT_TRUE(covered.count(rule)) << rule << " has a part in no sheet";
    std::printf("rules: %zu of %zu have a part in some sheet\n", covered.size(), rules.size());
}

}  // namespace
}  // namespace returnable::test
