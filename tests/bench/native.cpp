// Times of the native engine, part by part, on the cases (one JSON a line) in the file that CASES names.
#include <benchmark/benchmark.h>

#include <cstdlib>
#include <fstream>
#include <string>
#include <vector>

#include "engine_view.h"
#include "returnable/json.h"
#include "writing/verdict_json.h"

namespace {

using namespace returnable;

const Library& library() {
    static const Library built_in = builtin_library();
    return built_in;
}

const std::vector<std::string>& lines() {
    static const std::vector<std::string> all = [] {
        std::vector<std::string> found;
        std::ifstream file(std::getenv("CASES") ? std::getenv("CASES") : "");
        for (std::string line; std::getline(file, line);) found.push_back(line);
        return found;
    }();
    return all;
}

// What each part needs is made before it is timed; a case with a fault ends the run, since it would time an error.
struct Made {
    std::vector<Case> orders;
    std::vector<view::Verdict> verdicts;
};
const Made* made(benchmark::State& state) {
    static const Made all = [] {
        Made built;
        for (const std::string& line : lines()) {
            auto order = read_case(library(), line);
            if (!order) return Made{};
            auto verdict = check_view(library(), *order.value);
            if (!verdict) return Made{};
            built.orders.push_back(std::move(*order.value));
            built.verdicts.push_back(std::move(*verdict.value));
        }
        return built;
    }();
    if (all.orders.empty()) state.SkipWithError("no cases, or one with a fault");
    return all.orders.empty() ? nullptr : &all;
}

template <class Work>
void each(benchmark::State& state, Work work) {
    const Made* all = made(state);
    if (!all) return;
    std::size_t at = 0;
    for (auto _ : state) {
        benchmark::DoNotOptimize(work(*all, at));
        if (++at == all->orders.size()) at = 0;
    }
}

void whole(benchmark::State& state) {
    each(state, [](const Made&, std::size_t at) { return check_json(library(), lines()[at]); });
}
void reading(benchmark::State& state) {
    each(state, [](const Made&, std::size_t at) { return read_case(library(), lines()[at]); });
}
void deciding(benchmark::State& state) {
    each(state, [](const Made& all, std::size_t at) { return quick_check(library(), all.orders[at]); });
}
void explaining(benchmark::State& state) {
    each(state, [](const Made& all, std::size_t at) { return check_view(library(), all.orders[at]); });
}
void writing(benchmark::State& state) {
    each(state, [](const Made& all, std::size_t at) { return write_view(all.verdicts[at]); });
}
BENCHMARK(whole);
BENCHMARK(reading);
BENCHMARK(deciding);
BENCHMARK(explaining);
BENCHMARK(writing);

}  // namespace

BENCHMARK_MAIN();
