// Several threads ask one library at once, each every public question, and get what one thread alone got. Run under
// ThreadSanitizer: that nothing is written that another thread reads is its finding, not ours.
#include <returnable/json.h>

#include <atomic>
#include <cstdio>
#include <string>
#include <thread>
#include <vector>

using namespace returnable;

namespace {

std::string ask(const Library& library, const std::string& shop, const std::string& reason) {
    const std::string text = R"({"as_of":"2026-05-10","facts":{"marketplace":")" + shop + R"(","country":"FR","received_on":"2026-05-04"},)" +
                             R"("items":[{"id":"a","facts":{"reason":")" + reason + R"("}},{"id":"b","facts":{"reason":"late","category":"general"}}]})";
    std::string said = check_json(library, text) + sweep_json(library, text, "2026-05-10", "2026-05-12") + compare_json(library, text);
    const std::string_view one = text;
    said += check_all_json(library, {&one, 1}) + packs_json(library);
    const auto order = read_case(library, text);
    if (!order) return said;
    if (const auto verdict = check(library, *order)) said += write_verdict(*verdict);
    if (const auto quick = quick_check(library, *order)) said += name_of((*quick)[0].status);
    if (const auto all = compare(library, *order)) said += std::to_string(all->size());
    said += check_json(library, R"({"facts":{"marketplace":"nowhere"}})");
    said += std::to_string(library.validate("{}").size()) + std::to_string(library.packs().size());
    const Library copy = library;  // copies share the packs
    return said + check_json(copy, text);
}

}  // namespace

int main() {
    const Library library = builtin_library();
    const std::vector<std::string> reasons{"damaged", "changed_mind"};
    std::vector<std::string> alone;
    for (const std::string& reason : reasons) alone.push_back(ask(library, library.packs()[0].id, reason));
    // The first questions of another library, so that whatever is made when it is first needed is made by several at once.
    const Library fresh = builtin_library();
    std::atomic<int> different = 0;
    std::vector<std::thread> threads;
    for (std::size_t i = 0; i < 4; ++i) {
        threads.emplace_back([&, i] {
            for (std::size_t turn = 0; turn < reasons.size(); ++turn) {
                const std::size_t which = (i + turn) % reasons.size();
                if (ask(fresh, fresh.packs()[0].id, reasons[which]) != alone[which]) ++different;
            }
            Library own;  // each thread may fill its own
            if (!own.add_pack("{}").empty() && own.packs().empty()) return;
            ++different;
        });
    }
    for (std::thread& thread : threads) thread.join();
    std::printf("threads: %d answers differ\n", different.load());
    return different == 0 ? 0 : 1;
}
