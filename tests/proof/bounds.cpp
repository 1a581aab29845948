// Searches for a valid pack or case that takes longer or more memory than it may:   bounds [--seconds N] [--seed N]
// Each is tried in a process of its own, and what was dearest is made dearer. Fails where one is over the limits.
#include <malloc.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <ctime>
#include <map>
#include <new>
#include <string>
#include <vector>

#include "hostile.h"
#include "returnable/json.h"

namespace {

std::size_t live = 0, peak = 0;

void* counted(std::size_t size) {
    void* const place = std::malloc(size);
    if (!place) std::abort();
    live += malloc_usable_size(place);
    if (live > peak) peak = live;
    return place;
}

void forget(void* place) {
    live -= place ? malloc_usable_size(place) : 0;
    std::free(place);
}

}  // namespace

void* operator new(std::size_t size) { return counted(size); }
void* operator new[](std::size_t size) { return counted(size); }
void operator delete(void* place) noexcept { forget(place); }
void operator delete[](void* place) noexcept { forget(place); }
void operator delete(void* place, std::size_t) noexcept { forget(place); }
void operator delete[](void* place, std::size_t) noexcept { forget(place); }

namespace {

using namespace returnable;

constexpr double most_seconds = 1, most_megabytes = 64;
constexpr rlim_t cut_off = 30;  // seconds of a trial

enum Stage : std::size_t { load, check_one, quick, sweep, compare_all, stages };
constexpr const char* stage_names[] = {"load", "check", "quick check", "sweep", "compare"};

struct Cost {
    double seconds, megabytes;
};

struct Report {
    Stage stage;
    Cost cost;
    char fault[64];  // the first fault's code and place
};

double cpu_seconds() {
    timespec now{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) / 1e9;
}

std::string fault_in(const std::string& answer) {
    if (answer.rfind("{\"errors\":[{\"code\":\"", 0) != 0) return {};
    const std::size_t begin = std::strlen("{\"errors\":[{\"code\":\""), end = answer.find('"', begin), path = answer.find("\"path\":\"", end) + 8;
    return answer.substr(begin, end - begin) + " " + answer.substr(path, answer.find('"', path) - path);
}

// One trial, in a process of its own: what each stage cost goes into the pipe.
void try_out(const std::vector<std::string>& packs, const std::string& order, int days, int pipe) {
    const rlimit limit{cut_off, cut_off};
    setrlimit(RLIMIT_CPU, &limit);
    const std::size_t base = live;
    Library library;
    const auto measure = [&](Stage stage, auto work) {
        peak = live;
        Report report{stage, {cpu_seconds(), 0}, {}};
        const std::string fault = work();
        report.cost = {cpu_seconds() - report.cost.seconds, static_cast<double>(peak - base) / 1048576};
        std::strncpy(report.fault, fault.c_str(), sizeof report.fault - 1);
        return write(pipe, &report, sizeof report) == sizeof report && fault.empty();
    };
    for (const std::string& pack : packs) {
        if (!measure(load, [&] { return fault_in(add_pack_json(library, pack)); })) return;
    }
    std::string last = "2026-05-10";
    if (days > 1) last = format_date(*parse_date(last) + std::chrono::days{days - 1});
    measure(check_one, [&] { return fault_in(check_json(library, order)); });
    measure(quick, [&] {
        const std::string_view one = order;
        return fault_in(check_all_json(library, {&one, 1}).substr(1));
    });
    measure(sweep, [&] { return fault_in(sweep_json(library, order, "2026-05-10", last)); });
    measure(compare_all, [&] { return fault_in(compare_json(library, order)); });
}

struct Trial {
    std::vector<Report> reports;
    bool cut = false;
};

Trial run(const hostile::Shape& shape) {
    std::vector<std::string> packs;
    for (int i = 0; i <= shape[hostile::packs]; ++i) packs.push_back(hostile::pack_of(shape, i));
    const std::string order = hostile::case_of(shape);
    Trial trial;
    int ends[2];
    if (pipe(ends) != 0) std::abort();
    const pid_t child = fork();
    if (child == 0) {
        close(ends[0]);
        try_out(packs, order, shape[hostile::days], ends[1]);
        _exit(0);
    }
    close(ends[1]);
    for (Report report; read(ends[0], &report, sizeof report) == sizeof report;) trial.reports.push_back(report);
    close(ends[0]);
    int status = 0;
    waitpid(child, &status, 0);
    trial.cut = !WIFEXITED(status);
    if (trial.cut) {
        const std::size_t next = trial.reports.empty() ? 0 : trial.reports.back().stage == load ? std::size_t{check_one} : trial.reports.back().stage + 1u;
        trial.reports.push_back({static_cast<Stage>(next), {static_cast<double>(cut_off), 0}, "cut off"});
    }
    return trial;
}

struct Record {
    double cost = 0;
    hostile::Shape shape{};
};

void tell(const char* what, double cost, const char* unit, const hostile::Shape& shape) {
    std::printf("  %-12s %8.3f %s  %s\n", what, cost, unit, hostile::name_of(shape).c_str());
}

}  // namespace

int main(int count, char** words) {
    double seconds = 60;
    unsigned long long seed = std::random_device()();
    for (int i = 1; i + 1 < count; i += 2) {
        if (std::string_view(words[i]) == "--seconds") seconds = std::atof(words[i + 1]);
        if (std::string_view(words[i]) == "--seed") seed = std::strtoull(words[i + 1], nullptr, 10);
    }
    std::mt19937_64 random(seed);
    Record slowest[stages], largest[stages];
    std::map<std::string, int> faults;
    std::size_t tried = 0, accepted = 0, over = 0;
    const std::time_t end = std::time(nullptr) + static_cast<std::time_t>(seconds);
    while (std::time(nullptr) < end) {
        const std::size_t which = random() % (4 * stages);  // half of them are drawn anew
        const Record& parent = which % 2 ? largest[which / 2 % stages] : slowest[which / 2 % stages];
        const hostile::Shape shape = which >= 2 * stages || parent.cost == 0 ? hostile::draw(random) : hostile::near(parent.shape, random);
        const Trial trial = run(shape);
        ++tried;
        bool fine = true;
        for (const Report& report : trial.reports) {
            if (report.fault[0]) ++faults[std::string(stage_names[report.stage]) + ": " + report.fault];
            fine = fine && !report.fault[0];
            Record &slow = slowest[report.stage], &large = largest[report.stage];
            if (report.cost.seconds > slow.cost) slow = {report.cost.seconds, shape};
            if (report.cost.megabytes > large.cost) large = {report.cost.megabytes, shape};
            over += report.cost.seconds > most_seconds || report.cost.megabytes > most_megabytes;
        }
        accepted += fine;
    }
    for (std::size_t i = 0; i < stages; ++i) {
        tell(stage_names[i], slowest[i].cost, "s ", slowest[i].shape);
        tell(stage_names[i], largest[i].cost, "MB", largest[i].shape);
    }
    for (const auto& [fault, times] : faults) std::printf("  %6d × %s\n", times, fault.c_str());
    std::printf("bounds: %zu tried, %zu answered throughout, %zu times over %.0f s or %.0f MB, seed %llu\n", tried, accepted, over, most_seconds, most_megabytes, seed);
    return over > 0 || accepted == 0;
}
