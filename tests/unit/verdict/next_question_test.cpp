// next_question: what it asks can change something, what cannot be said is not asked again, and it needs fewer
// questions than asking in any of many fixed orders.
#include <cstdlib>
#include <numeric>
#include <random>
#include <set>

#include "library_access.h"
#include "pack/dictionary.h"
#include "pack/pack.h"
#include "support.h"

namespace returnable::test {
namespace {

using Random = std::mt19937;

std::size_t pick(Random& random, std::size_t count) { return random() % count; }

json day(int n) { return format_date(Date{std::chrono::days{n}}); }

const Pack& aliexpress() { return *loaded_packs(library()).at(0); }

// Everything that could be asked, with a real value for each.
json random_truth(Random& random, int as_of) {
    json truth;
    for (const FactSpec& spec : aliexpress().facts) {
        if (spec.kind == FactKind::yes_no) truth[spec.id] = pick(random, 2) == 1;
        if (spec.kind == FactKind::choice) truth[spec.id] = spec.values[pick(random, spec.values.size())];
    }
    truth["seller_return_window"] = 15 + static_cast<int>(pick(random, 16));
    const int shipped = as_of - 5 - static_cast<int>(pick(random, 70));
    truth["ordered_on"] = day(shipped - 2);
    truth["shipped_on"] = day(shipped);
    truth["promised_by"] = day(shipped + 20);
    const int arrived = std::min(as_of, shipped + 5 + static_cast<int>(pick(random, 30)));
    truth["received_on"] = truth["reason"] == "not_received" ? json() : json(day(arrived));
    truth["delivered_on"] = day(arrived);
    return truth;
}

std::vector<std::string> missing_of(const json& verdict) {
    std::vector<std::string> out;
    for (const json& e : verdict["items"][0]["entitlements"]) {
        if (e["policy"] != verdict["policy"]) continue;  // the question is the shop's alone
        for (const json& fact : e["missing"]) {
            if (std::find(out.begin(), out.end(), fact) == out.end()) out.push_back(fact);
        }
    }
    return out;
}

struct Start {
    json order, truth;
};

bool leading_answer_is_complete(const json& verdict) {
    const json& headline = verdict["headline"];
    return headline.is_object() && verdict["items"][0]["entitlements"][headline["entitlement"].get<std::size_t>()]["missing"].empty();
}

// Asks until the answer that the headline gives lacks nothing, or nothing is asked. `choose` picks one of what is missing.
template <class Choose>
std::size_t questions_needed(const Start& start, Choose choose) {
    json order = start.order;
    for (std::size_t asked = 0; asked < 60; ++asked) {
        const json verdict = check_case(order);
        EXPECT_TRUE(verdict.contains("items")) << verdict.dump();
        auto missing = missing_of(verdict);
        std::erase_if(missing, [&](const std::string& fact) { return order["facts"].contains(fact); });
        // Beside facts that cannot be said, what is still missing may change nothing: then nothing is asked.
        if (missing.empty() || verdict["next_question"].is_null() || leading_answer_is_complete(verdict)) return asked;
        const std::string fact = choose(verdict, missing);
        EXPECT_FALSE(order["facts"].contains(fact)) << "asked twice: " << fact;
        order["facts"][fact] = start.truth.at(fact);
    }
    ADD_FAILURE() << "no end: " << order.dump();
    return 60;
}

std::vector<Start> starts(std::size_t count) {
    Random random(20261124);
    std::vector<Start> out;
    for (std::size_t i = 0; i < count; ++i) {
        const int as_of = 20'600 + static_cast<int>(pick(random, 300));
        const json order = {{"as_of", day(as_of)}, {"facts", {{"marketplace", "aliexpress"}, {"country", "FR"}}}};
        out.push_back({order, random_truth(random, as_of)});
    }
    return out;
}

double average(const std::vector<Start>& cases, const std::function<std::string(const json&, const std::vector<std::string>&)>& choose) {
    std::size_t sum = 0;
    for (const Start& start : cases) sum += questions_needed(start, choose);
    return static_cast<double>(sum) / static_cast<double>(cases.size());
}

std::size_t env(const char* name, std::size_t otherwise) {
    const char* wanted = std::getenv(name);
    return wanted ? static_cast<std::size_t>(std::atoll(wanted)) : otherwise;
}

TEST(NextQuestion, NeedsFewerQuestionsThanFixedOrdersAndAGreedyOne) {
    const auto cases = starts(env("RETURNABLE_QUESTION_CASES", 20));
    const double ours = average(cases, [](const json& verdict, const auto&) {
        EXPECT_FALSE(verdict["next_question"].is_null()) << "something is missing, yet nothing is asked";
        return verdict["next_question"]["fact"].template get<std::string>();
    });
    // Greedy: what most entitlements miss.
    const double greedy = average(cases, [](const json& verdict, const std::vector<std::string>& missing) {
        std::map<std::string, int> votes;
        for (const json& e : verdict["items"][0]["entitlements"]) {
            for (const json& fact : e["missing"]) ++votes[fact.get<std::string>()];
        }
        return *std::max_element(missing.begin(), missing.end(), [&](const auto& a, const auto& b) { return votes[a] < votes[b]; });
    });
    Random random(3);
    std::vector<std::string> order;
    for (const FactSpec& spec : aliexpress().facts) order.push_back(spec.id);
    double best = 1e9;
    for (std::size_t i = 0, count = env("RETURNABLE_QUESTION_ORDERS", 5); i < count; ++i) {
        std::shuffle(order.begin(), order.end(), random);
        best = std::min(best, average(cases, [&](const json&, const std::vector<std::string>& missing) {
                            for (const std::string& fact : order) {
                                if (std::find(missing.begin(), missing.end(), fact) != missing.end()) return fact;
                            }
                            return missing[0];
                        }));
    }
    std::printf("questions: next_question %.3f, best fixed order %.3f, greedy %.3f, over %zu cases\n", ours, best, greedy, cases.size());
    EXPECT_LT(ours, best);
    EXPECT_LE(ours, greedy);  // in a sample of a few cases the two may need equally many
    if (cases.size() >= 300) EXPECT_LT(ours, greedy);
}

TEST(NextQuestion, WhatCannotBeSaidIsNotAskedAgain) {
    json order = starts(1)[0].order;
    std::set<std::string> asked;
    for (json verdict = check_case(order); !verdict["next_question"].is_null(); verdict = check_case(order)) {
        const std::string fact = verdict["next_question"]["fact"];
        ASSERT_TRUE(asked.insert(fact).second) << fact;
        order["facts"][fact] = nullptr;
        ASSERT_LT(asked.size(), 60u);
    }
    EXPECT_GT(asked.size(), 3u);
    const auto missing = missing_of(check_case(order));
    EXPECT_FALSE(missing.empty()) << "what cannot be said stays missing";
}

TEST(NextQuestion, ItsAnswerCanChangeSomething) {
    for (const Start& start : starts(20)) {
        json order = start.order;
        for (int i = 0; i < 6; ++i) {
            const json verdict = check_case(order);
            if (verdict["next_question"].is_null()) break;
            const std::string fact = verdict["next_question"]["fact"];
            EXPECT_FALSE(verdict["next_question"]["why"].empty());
            order["facts"][fact] = start.truth.at(fact);
        }
    }
}

TEST(NextQuestion, OnceItIsYesALaterLastDayIsABonus) {
    const json order = {{"as_of", "2026-05-10"}, {"facts", {{"marketplace", "aliexpress"}, {"reason", "damaged"}, {"received_on", "2026-05-04"}}}};
    const json question = check_case(order)["next_question"];
    EXPECT_EQ(question["fact"], "seller_return_window");
    EXPECT_EQ(question["why"], json::array({"act_by"}));
    EXPECT_EQ(question["bonus"], true);
    json late = order;
    late["as_of"] = "2026-05-20";
    EXPECT_FALSE(check_case(late)["next_question"].contains("bonus"));
}

}  // namespace
}  // namespace returnable::test
