// Every fact and every conflict of the sources is behind something that a pack does, and no clause stands idle.
#include <map>
#include <set>

#include "library_access.h"
#include "pack/pack.h"
#include "support.h"

namespace returnable::test {
namespace {

std::set<std::string> numbered(char prefix, int count) {
    std::set<std::string> out;
    for (int i = 1; i <= count; ++i) out.insert(prefix + std::string(i < 10 ? "0" : "") + std::to_string(i));
    return out;
}

std::set<std::string> all_facts() {
    std::set<std::string> out;
    for (const auto& [prefix, count] : {std::pair{'A', 25}, std::pair{'B', 81}, std::pair{'C', 33}, std::pair{'D', 24}}) out.merge(numbered(prefix, count));
    return out;
}

// Facts that can shape no answer, each with its reason. Twelve at most.
const std::map<std::string, std::string> shapes_nothing = {};

template <class T>
void cite(const Pack& pack, const std::vector<T>& things, std::set<std::string>& cited) {
    for (const T& thing : things) {
        for (const Index clause : thing.clauses) cited.insert(pack.clauses[clause].id);
    }
}

std::set<std::string> cited_by(const Pack& pack) {
    std::set<std::string> cited;
    cite(pack, pack.rules, cited);
    cite(pack, pack.steps, cited);
    cite(pack, pack.remedies, cited);
    cite(pack, pack.conflicts, cited);
    for (const ConflictSpec& conflict : pack.conflicts) cite(pack, conflict.readings, cited);
    return cited;
}

TEST(Traceability, EveryFactIsBehindARuleAStepOrAReading) {
    std::set<std::string> cited;
    for (const auto& pack : loaded_packs(library())) cited.merge(cited_by(*pack));
    std::set<std::string> expected = all_facts();
    ASSERT_EQ(expected.size(), 163u);
    ASSERT_LE(shapes_nothing.size(), 12u);
    for (const std::string& fact : expected) EXPECT_TRUE(cited.count(fact) || shapes_nothing.count(fact)) << fact << " is cited by no pack";
    std::size_t of_guides = 0;
    for (const auto& pack : loaded_packs(library())) {
        // A shop of which the guides say nothing has guides of its own.
        if (std::none_of(pack->clauses.begin(), pack->clauses.end(), [&](const ClauseSpec& clause) { return expected.count(clause.id) > 0; })) continue;
        for (const ClauseSpec& clause : pack->clauses) {
            const SourceSpec& source = pack->sources[clause.source];
            if (source.tier != "guide" || source.id == "our-own-word") continue;
            ++of_guides;
            EXPECT_TRUE(expected.count(clause.id)) << clause.id << " is no fact of the guides";
        }
    }
    EXPECT_GE(of_guides, 160u);
}

TEST(Traceability, EveryConflictIsDeclared) {
    std::set<std::string> declared;
    for (const auto& pack : loaded_packs(library())) {
        for (const ConflictSpec& conflict : pack->conflicts) declared.insert(conflict.id);
    }
    for (const std::string& conflict : numbered('K', 35)) EXPECT_TRUE(declared.count(conflict)) << conflict;
}

TEST(Traceability, NoClauseStandsIdle) {
    for (const auto& pack : loaded_packs(library())) {
        const auto cited = cited_by(*pack);
        for (const ClauseSpec& clause : pack->clauses) EXPECT_TRUE(cited.count(clause.id)) << pack->id << " " << clause.id;
    }
}

TEST(Traceability, SetAsideReadingsSayWhy) {
    for (const auto& pack : loaded_packs(library())) {
        for (const ConflictSpec& conflict : pack->conflicts) {
            for (const ReadingSpec& reading : conflict.readings) EXPECT_TRUE(reading.counts || !reading.why.empty()) << conflict.id;
        }
    }
}

// A verdict cites no clause that it does not print, and prints none that it does not cite.
void collect(const json& node, std::set<std::string>& cited) {
    if (node.is_object()) {
        for (const auto& [key, value] : node.items()) {
            if (key == "clauses" && value.is_array()) cited.insert(value.begin(), value.end());
            else collect(value, cited);
        }
    } else if (node.is_array()) {
        for (const json& one : node) collect(one, cited);
    }
}

TEST(Traceability, AVerdictPrintsExactlyTheClausesThatItCites) {
    for (const char* reason : {"damaged", "changed_mind", "not_received", "seller_cancelled", "late"}) {
        const json verdict = check_case({{"as_of", "2026-05-10"}, {"facts", {{"marketplace", "aliexpress"}, {"reason", reason}}}});
        std::set<std::string> cited, printed;
        collect(verdict["items"], cited);
        for (const auto& [id, clause] : verdict["clauses"].items()) {
            printed.insert(id);
            EXPECT_FALSE(clause["says"].get<std::string>().empty());
            EXPECT_FALSE(clause["source"].get<std::string>().empty());
        }
        EXPECT_EQ(cited, printed) << reason;
    }
}

}  // namespace
}  // namespace returnable::test
