// Do the sheets bite? Changes each built-in pack in one place and runs the sheets against it, all in one process.
//   mutate_packs POLICIES_FOLDER EXPLAINED_FILE SHEETS_FILE…
// A mutant is killed when some sheet no longer holds or the pack is refused. One that lives must stand in the explained
// file with its reason; a reason for a mutant that is killed or unknown is a fault too.
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <list>
#include <map>
#include <set>

#include "../unit/match.h"
#include "pack_mutants.h"
#include "returnable/engine.h"
#include "returnable/json.h"

using namespace returnable;
using test::json;

namespace {

struct Sheet {
    std::string name, given;
    json text;
};

template <class Json>
Json read(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    Json value = Json::parse(file, nullptr, false);
    if (value.is_discarded()) std::fprintf(stderr, "not JSON: %s\n", path.c_str()), std::exit(2);
    return value;
}

std::map<std::string, std::list<Sheet>> sheets_by_pack(int count, char** files) {
    std::map<std::string, std::list<Sheet>> out;
    for (int i = 0; i < count; ++i) {
        for (const json& one : read<json>(files[i])) out[one["given"]["facts"].value("marketplace", "")].push_back({one["name"], one["given"].dump(), one});
    }
    return out;
}

/// The sheet that says no, or empty. It goes to the front: a sheet that killed one mutant often kills its neighbours.
std::string killer(const std::string& pack, std::list<Sheet>& sheets) {
    Library library;
    if (!library.add_pack(pack).empty()) return "refused by the reader of packs";
    const auto ask = [&](const json& order) { return json::parse(check_json(library, order.dump())); };
    for (auto sheet = sheets.begin(); sheet != sheets.end(); ++sheet) {
        if (test::sheet_fault(sheet->text, json::parse(check_json(library, sheet->given)), ask).empty()) continue;
        sheets.splice(sheets.begin(), sheets, sheet);
        return sheets.front().name;
    }
    return "";
}

/// Of the sheets of one pack, takes away those that need the laws beside it, which are no business of the pack, and those
/// that its unchanged text fails: these are printed and counted.
std::size_t sift(const std::string& pack, std::list<Sheet>& sheets) {
    Library alone;
    if (!alone.add_pack(pack).empty()) return std::printf("refused by the reader of packs as it stands\n"), 1;
    const Library all = builtin_library();
    const auto fault_in = [](const Library& library, const Sheet& sheet) {
        const auto ask = [&](const json& order) { return json::parse(check_json(library, order.dump())); };
        return test::sheet_fault(sheet.text, json::parse(check_json(library, sheet.given)), ask);
    };
    std::size_t failed = 0;
    sheets.remove_if([&](const Sheet& sheet) {
        if (fault_in(alone, sheet).empty()) return false;
        const auto fault = fault_in(all, sheet);
        if (!fault.empty()) std::printf("fails as it stands: %s\n   %s", sheet.name.c_str(), fault.c_str()), ++failed;
        return true;
    });
    return failed;
}

}  // namespace

int main(int count, char** words) {
    std::setvbuf(stdout, nullptr, _IOLBF, BUFSIZ);
    // A sample: of each STEP mutants one, which of them the seed says. All without it.
    const char *const step_text = std::getenv("MUTANT_STEP"), *const seed_text = std::getenv("SEED");
    const std::size_t step = step_text ? std::max(1, std::atoi(step_text)) : 1, first = seed_text ? static_cast<std::size_t>(std::atoi(seed_text)) % step : 0;
    std::size_t met = 0;
    if (count < 4) return std::fprintf(stderr, "mutate_packs POLICIES_FOLDER EXPLAINED_FILE SHEETS_FILE...\n"), 2;
    auto sheets = sheets_by_pack(count - 3, words + 3);
    const json explained = read<json>(words[2]);
    std::set<std::filesystem::path> files;
    for (const auto& entry : std::filesystem::directory_iterator(words[1]))
        if (entry.path().extension() == ".json" && entry.path().stem().extension() != ".schema") files.insert(entry.path());
    std::size_t all = 0, killed = 0, refused = 0, named = 0, faults = 0;
    std::set<std::string> reasons;
    for (const auto& [name, reason] : explained.items()) reasons.insert(name);
    for (const auto& path : files) {
        const auto pack = read<mutation::Tree>(path.string());
        const std::string id = pack["id"];
        faults += sift(pack.dump(), sheets[id]);
        if (sheets[id].empty()) return std::printf("%s has no sheet\n", id.c_str()), 1;
        for (const auto& mutant : mutation::mutants(pack)) {
            const std::string name = id + ": " + mutant.name;
            if (met++ % step != first) {
                reasons.erase(name);
                continue;
            }
            const auto by = killer(mutant.pack, sheets[id]);
            ++all;
            killed += !by.empty();
            refused += by.starts_with("refused");
            const bool has_reason = reasons.erase(name);
            named += by.empty() && has_reason;
            if (by.empty() == has_reason) continue;
            ++faults;
            std::printf("%s %s\n", by.empty() ? "lives:" : "explained, yet killed:", name.c_str());
        }
    }
    for (const auto& name : reasons) std::printf("explained, yet no such mutant: %s\n", name.c_str()), ++faults;
    std::printf("mutation of packs: %zu mutants, %zu killed (%zu of them refused by the reader), %zu explained by name, %zu faults\n", all, killed, refused,
                named, faults);
    return faults || !all ? 1 : 0;
}
