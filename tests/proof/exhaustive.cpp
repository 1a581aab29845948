// Walks the decision space of the AliExpress pack and holds each verdict to what must be true of any verdict.
//   exhaustive [--cases N] [--seed N] [--threads N] [--kept FILE]
// FILE keeps which stretches were walked without a violation: a second run with the same file goes on from there.
#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <map>
#include <mutex>
#include <set>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

#include "engine_view.h"
#include "space.h"

using namespace returnable;

namespace {

using view::Entitlement, view::Step, view::Verdict;

const std::map<std::string_view, int> ranks{{"allowed", 0}, {"contested", 1}, {"conditional", 1}, {"not_yet", 2},
                                            {"expired", 3}, {"refused", 4},   {"not_covered", 5}};

struct Checks {
    std::map<std::string_view, std::uint64_t> broken;  // by invariant
    std::map<std::string_view, std::string> example;
    std::map<std::string, std::uint64_t, std::less<>> seen;  // statuses met, so that a walk which met none shows
    std::uint64_t cases = 0;

    void hold(bool truth, const char* invariant, const Case& asked) {
        if (truth) return;
        if (!broken[invariant]++) example[invariant] = proof::to_json(asked);
    }

    void met(std::string_view status) {
        const auto known = seen.find(status);
        if (known == seen.end()) seen.emplace(status, 1);
        else ++known->second;
    }

    void take(const Checks& other) {
        for (const auto& [invariant, times] : other.broken) broken[invariant] += times;
        example.insert(other.example.begin(), other.example.end());
        for (const auto& [status, times] : other.seen) seen[status] += times;
        cases += other.cases;
    }
};

bool ordered(const std::optional<DateRange>& range) { return !range || !range->first || !range->last || *range->first <= *range->last; }

const Step* step(const Entitlement& one, std::string_view id) {
    for (const auto& each : one.steps)
        if (each.id == id) return &each;
    return nullptr;
}

void cites(const Entitlement& one, const std::set<std::string_view>& known, const Case& asked, Checks& checks) {
    std::size_t cited = 0;
    const auto look = [&](const auto& clauses) {
        cited += clauses.size();
        for (const auto& id : clauses) checks.hold(known.count(id), "a clause cited is in the verdict", asked);
    };
    for (const auto& reason : one.reasons) look(reason.clauses);
    checks.hold(cited > 0, "an entitlement cites a clause", asked);
    for (const auto& conflict : one.conflicts) {
        look(conflict.clauses);
        for (const auto& reading : conflict.readings) look(reading.clauses);
    }
    for (const auto& each : one.steps) look(each.clauses);
}

void dates(const Entitlement& one, const proof::Order& order, Checks& checks) {
    const Case& asked = order.asked;
    const Date today = asked.as_of;
    checks.hold(ordered(one.opens), "opens: earliest <= sure", asked);
    checks.hold(ordered(one.act_by), "act_by: safe <= last", asked);
    checks.hold(ordered(one.refund_by), "refund_by: earliest <= latest", asked);
    for (const auto& each : one.steps) {
        checks.hold(ordered(each.opens) && ordered(each.act_by), "a step's ranges are ordered", asked);
        checks.hold(!each.done_on || (*each.done_on <= today && each.state == "done"), "a step done is done by today", asked);
    }
    if (one.kind != "promise") return;
    const auto last = one.act_by ? one.act_by->last : std::nullopt;
    const auto safe = one.act_by ? one.act_by->first : std::nullopt;
    const auto earliest = one.opens ? one.opens->first : std::nullopt;
    checks.hold(!(one.act_by_unknown && last), "a closing day is known or not", asked);
    if (one.status == "allowed") {
        checks.hold(!earliest || *earliest <= today, "allowed: open by today", asked);
        checks.hold(!last || today <= *last, "allowed: last day not past", asked);
    }
    if (one.status == "not_yet") checks.hold(earliest && today < *earliest, "not_yet: opens later", asked);
    if (one.status == "expired" && order.stage == 0) {
        // A window not stated may be the short one: over by that, refused by the rest, is over.
        const auto end = order.window_stated ? last : safe;
        checks.hold(end && *end < today, "expired: last day past", asked);
    }
    if (order.stage == 0 && last && *last < today) checks.hold(one.status == "expired" || one.status == "not_covered", "last day past: expired", asked);
    if (one.status == "contested" && order.stage == 0 && safe && last) checks.hold(today <= *last, "contested: last day not past", asked);
}

void one_verdict(const proof::Order& order, const Verdict& verdict, Checks& checks) {
    const Case& asked = order.asked;
    checks.hold(verdict.items.size() == 1 && verdict.as_of == asked.as_of, "one item, the day asked", asked);
    const auto& item = verdict.items.front();
    checks.met(item.status);
    std::set<std::string_view> known;
    for (const auto& clause : verdict.clauses) known.insert(clause.id);
    int before = 0;
    bool resort = false;
    std::set<std::string_view> remedies;
    for (std::size_t i = 0; i < item.entitlements.size(); ++i) {
        const auto& one = item.entitlements[i];
        const auto rank = ranks.find(one.status);
        checks.hold(rank != ranks.end(), "a status of the list", asked);
        if (rank == ranks.end()) continue;
        if (one.kind == "last_resort") resort = true;
        else {
            checks.hold(!resort, "last resorts come last", asked);
            checks.hold(remedies.insert(one.remedy).second, "a remedy once", asked);
            // Where postage exceeds the price, a refund without return may lead a better status.
            const bool leads = i == 0 && one.remedy == "refund_without_return";
            checks.hold(rank->second >= before, "best first", asked);
            if (!leads) before = rank->second;
            if (i == 0) checks.hold(item.status == one.status || leads, "the item's status is its best promise's", asked);
        }
        const bool sends = step(one, "ship_back") != nullptr;
        if (sends) checks.hold(one.return_shipping && !one.return_shipping->empty(), "a payer where something goes back", asked);
        if (one.remedy == "refund_on_return") checks.hold(sends, "a return has its posting", asked);
        if (one.return_shipping && one.return_shipping->empty()) checks.hold(!sends, "no payer, nothing goes back", asked);
        cites(one, known, asked, checks);
        dates(one, order, checks);
    }
    if (verdict.headline.entitlement) checks.hold(*verdict.headline.entitlement < item.entitlements.size(), "the headline exists", asked);
}

/// By the quick door the same; a day later, with nothing else new, nothing that was over begins again; a day before the
/// last event, a fault. For one order in four: each of these costs as much as the verdict itself.
void other_days(const Library& library, const proof::Order& order, const Verdict& today, Checks& checks) {
    Case later = order.asked;
    later.as_of += std::chrono::days{1};
    const auto next = check_view(library, later);
    checks.hold(static_cast<bool>(next), "a day later is no fault", order.asked);
    if (next) {
        for (const auto& one : today.items.front().entitlements) {
            if (one.kind != "promise" || one.status != "expired") continue;
            for (const auto& other : next.value->items.front().entitlements)
                if (other.remedy == one.remedy && other.kind == one.kind) checks.hold(other.status == "expired", "over today, over tomorrow", order.asked);
        }
    }
    const auto quick = quick_check(library, order.asked);
    checks.hold(quick && quick.value->size() == 1 && name_of(quick.value->front().status) == today.items.front().status, "the quick answer is the same",
                order.asked);
    Case early = order.asked;
    std::optional<Date> first;
    for (const auto& [name, value] : order.asked.facts)
        if (const auto* day = std::get_if<Date>(&value); day && name != "promised_by" && name != "extension_until")
            first = first ? std::max(*first, *day) : *day;
    if (!first) return;
    early.as_of = *first - std::chrono::days{1};
    const auto refused = check_view(library, early);
    checks.hold(!refused && !refused.errors.empty(), "an event after as_of is an error", early);
}

std::uint64_t number(const char* text) { return std::strtoull(text, nullptr, 10); }

constexpr std::uint64_t stretch = 50'000;  // cases, between two lines in the kept file

Checks walk(const Library& library, std::uint64_t from, std::uint64_t to, std::uint64_t seed) {
    // A step without a common divisor with the grid: any number of cases is spread over all of it, and a whole grid is all of it.
    constexpr std::uint64_t stride = 1'000'003;
    Checks checks;
    for (std::uint64_t i = from; i < to; ++i) {
        const auto order = proof::order_at(i * stride % proof::grid + i / proof::grid * proof::grid, seed);
        const auto verdict = check_view(library, order.asked);
        ++checks.cases;
        checks.hold(static_cast<bool>(verdict), "an order that can be is answered", order.asked);
        if (!verdict) continue;
        one_verdict(order, *verdict.value, checks);
        if (i % 4 == 0) other_days(library, order, *verdict.value, checks);
    }
    return checks;
}

/// A line of the file is the seed, the first case, how many, how many statuses and, for each, its name and how often it was met.
std::map<std::uint64_t, Checks> kept_in(const std::string& path, std::uint64_t seed) {
    std::map<std::uint64_t, Checks> out;
    std::ifstream file(path);
    std::uint64_t of_seed = 0, from = 0, statuses = 0;
    Checks checks;
    while (file >> of_seed >> from >> checks.cases >> statuses) {
        checks.seen.clear();
        for (std::uint64_t i = 0; i < statuses; ++i) {
            std::string status;
            file >> status >> checks.seen[status];
        }
        if (file && of_seed == seed && checks.cases == stretch) out[from] = checks;
    }
    return out;
}

void keep(const std::string& path, std::uint64_t seed, std::uint64_t from, const Checks& checks) {
    if (path.empty() || !checks.broken.empty()) return;
    std::ofstream file(path, std::ios::app);
    file << seed << ' ' << from << ' ' << checks.cases << ' ' << checks.seen.size();
    for (const auto& [status, times] : checks.seen) file << ' ' << status << ' ' << times;
    file << '\n';
}

}  // namespace

int main(int count, char** words) {
    std::uint64_t cases = 200'000, seed = 20261123, threads = std::max(1u, std::thread::hardware_concurrency());
    std::string path;
    for (int i = 1; i + 1 < count; i += 2) {
        const std::string name = words[i];
        if (name == "--cases") cases = number(words[i + 1]);
        else if (name == "--seed") seed = number(words[i + 1]);
        else if (name == "--threads") threads = number(words[i + 1]);
        else if (name == "--kept") path = words[i + 1];
        else return std::fprintf(stderr, "exhaustive: unknown %s\n", name.c_str()), 2;
    }
    const auto began = std::chrono::steady_clock::now();
    const auto kept = kept_in(path, seed);
    Checks all;
    std::atomic<std::uint64_t> next = 0;
    std::uint64_t before = 0;
    std::mutex one_at_a_time;
    const auto work = [&] {
        const Library library = builtin_library();
        for (std::uint64_t from; (from = next.fetch_add(stretch)) < cases;) {
            const auto to = std::min(cases, from + stretch);
            const auto known = kept.find(from);
            const bool skip = known != kept.end() && to - from == stretch;
            const Checks checks = skip ? known->second : walk(library, from, to, seed);
            const std::lock_guard guard(one_at_a_time);
            all.take(checks);
            if (skip) before += checks.cases;
            else keep(path, seed, from, checks);
        }
    };
    std::vector<std::thread> crew;
    for (std::uint64_t i = 0; i < threads; ++i) crew.emplace_back(work);
    for (auto& one : crew) one.join();
    std::uint64_t violations = 0;
    for (const auto& [invariant, times] : all.broken) {
        violations += times;
        std::printf("%s: broken %llu times, first by\n   %s\n", invariant.data(), static_cast<unsigned long long>(times), all.example[invariant].c_str());
    }
    std::string seen;
    for (const auto& [status, times] : all.seen) seen += ' ' + status + ' ' + std::to_string(times);
    std::printf("exhaustive: %llu cases (%llu of them kept from an earlier run), %llu violations, grid of %llu walked %.1f times, seed %llu, %.0f s;%s\n",
                static_cast<unsigned long long>(all.cases), static_cast<unsigned long long>(before), static_cast<unsigned long long>(violations),
                static_cast<unsigned long long>(proof::grid), static_cast<double>(all.cases) / static_cast<double>(proof::grid),
                static_cast<unsigned long long>(seed), std::chrono::duration<double>(std::chrono::steady_clock::now() - began).count(), seen.c_str());
    return violations || !all.cases ? 1 : 0;
}
