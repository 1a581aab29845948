// Walks the decision space of the AliExpress pack and holds each verdict to what must be true of any verdict.
//   exhaustive [--cases N] [--properties N] [--seed N] [--threads N] [--kept FILE]
// The first N of --properties are also asked again in other ways, which costs five times as much: 200,000 of them, or one
// in 20 where that is fewer. FILE keeps which stretches were walked without a violation: a second run with the same file
// goes on from there.
#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <vector>

#include "checks.h"
#include "invariants.h"
#include "properties.h"
#include "returnable/engine.h"
#include "space.h"

using namespace returnable;
using proof::Checks;

namespace {

std::uint64_t number(const char* text) { return std::strtoull(text, nullptr, 10); }

constexpr std::uint64_t stretch = 50'000;  // cases, between two lines in the kept file

struct Task {
    std::uint64_t cases = 200'000, properties = 0, seed = 20261123;

    /// How many of a stretch that begins at `from` are asked again.
    std::uint64_t again(std::uint64_t from) const { return properties <= from ? 0 : std::min(properties - from, stretch); }
};

Checks walk(const Library& library, std::uint64_t from, std::uint64_t to, const Task& task) {
    // A step without a common divisor with the grid: any number of cases is spread over all of it, and a whole grid is all of it.
    constexpr std::uint64_t stride = 1'000'003;
    Checks checks;
    for (std::uint64_t i = from; i < to; ++i) {
        const auto order = proof::order_at(i * stride % proof::grid + i / proof::grid * proof::grid, task.seed);
        const auto verdict = check(library, order.asked);
        ++checks.cases;
        checks.hold(static_cast<bool>(verdict), "an order that can be is answered", order.asked);
        if (!verdict) continue;
        proof::one_verdict(order, *verdict, checks);
        proof::calm(library, order, *verdict, checks);
        if (i >= task.properties) continue;
        ++checks.with_properties;
        proof::asked_again(library, order, *verdict, checks);
    }
    return checks;
}

/// A line of the file is the seed, the first case, how many, how many of them asked again, how many words and, for each
/// status or phase, its name and how often it was met.
std::map<std::uint64_t, Checks> kept_in(const std::string& path, const Task& task) {
    std::map<std::uint64_t, Checks> out;
    std::ifstream file(path);
    std::uint64_t of_seed = 0, from = 0, words = 0;
    Checks checks;
    while (file >> of_seed >> from >> checks.cases >> checks.with_properties >> words) {
        checks.seen.clear();
        for (std::uint64_t i = 0; i < words; ++i) {
            std::string word;
            file >> word >> checks.seen[word];
        }
        if (file && of_seed == task.seed && checks.cases == stretch && checks.with_properties >= task.again(from)) out[from] = checks;
    }
    return out;
}

void keep(const std::string& path, std::uint64_t seed, std::uint64_t from, const Checks& checks) {
    if (path.empty() || !checks.broken.empty()) return;
    std::ofstream file(path, std::ios::app);
    file << seed << ' ' << from << ' ' << checks.cases << ' ' << checks.with_properties << ' ' << checks.seen.size();
    for (const auto& [word, times] : checks.seen) file << ' ' << word << ' ' << times;
    file << '\n';
}

}  // namespace

int main(int count, char** words) {
    Task task;
    std::optional<std::uint64_t> properties;
    std::uint64_t threads = std::max(1u, std::thread::hardware_concurrency());
    std::string path;
    for (int i = 1; i + 1 < count; i += 2) {
        const std::string name = words[i];
        if (name == "--cases") task.cases = number(words[i + 1]);
        else if (name == "--properties") properties = number(words[i + 1]);
        else if (name == "--seed") task.seed = number(words[i + 1]);
        else if (name == "--threads") threads = number(words[i + 1]);
        else if (name == "--kept") path = words[i + 1];
        else return std::fprintf(stderr, "exhaustive: unknown %s\n", name.c_str()), 2;
    }
    task.properties = properties.value_or(std::min<std::uint64_t>(200'000, std::max<std::uint64_t>(task.cases / 20, 10'000)));
    const auto began = std::chrono::steady_clock::now();
    const auto kept = kept_in(path, task);
    Checks all;
    std::atomic<std::uint64_t> next = 0;
    std::uint64_t before = 0;
    std::mutex one_at_a_time;
    // Small parts where there is little to do, so that every thread has some of it.
    const std::uint64_t part = task.cases < 4 * stretch ? std::max<std::uint64_t>(1, task.cases / (4 * threads)) : stretch;
    const auto work = [&] {
        const Library library = builtin_library();
        for (std::uint64_t from; (from = next.fetch_add(part)) < task.cases;) {
            const auto to = std::min(task.cases, from + part);
            const auto known = kept.find(from);
            const bool skip = known != kept.end() && to - from == stretch;
            const Checks checks = skip ? known->second : walk(library, from, to, task);
            const std::lock_guard guard(one_at_a_time);
            all.take(checks);
            if (skip) before += checks.cases;
            else if (to - from == stretch) keep(path, task.seed, from, checks);
        }
    };
    std::vector<std::thread> crew;
    for (std::uint64_t i = 0; i < threads; ++i) crew.emplace_back(work);
    for (auto& one : crew) one.join();
    std::uint64_t violations = 0;
    for (const auto& [invariant, times] : all.broken) {
        violations += times;
        std::printf("%s: broken %llu times, the smallest by\n   %s\n", invariant.data(), static_cast<unsigned long long>(times),
                    all.example[invariant].c_str());
    }
    std::string seen;
    for (const auto& [word, times] : all.seen) seen += ' ' + word + ' ' + std::to_string(times);
    std::printf(
        "exhaustive: %llu cases (%llu of them kept from an earlier run), %llu asked again, %llu violations, grid of %llu walked %.1f times, seed %llu, %.0f "
        "s;%s\n",
        static_cast<unsigned long long>(all.cases), static_cast<unsigned long long>(before), static_cast<unsigned long long>(all.with_properties),
        static_cast<unsigned long long>(violations), static_cast<unsigned long long>(proof::grid),
        static_cast<double>(all.cases) / static_cast<double>(proof::grid), static_cast<unsigned long long>(task.seed),
        std::chrono::duration<double>(std::chrono::steady_clock::now() - began).count(), seen.c_str());
    return violations || !all.cases ? 1 : 0;
}
