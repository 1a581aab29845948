// One part of a check, once for each case (one JSON a line) of a file, for callgrind: run with
// --toggle-collect=counted it counts what stands inside that function and nothing of what is made ready for it.
//   returnable_counted reading|deciding|explaining|writing|whole FILE
#include <fstream>
#include <iostream>
#include <string>
#include <string_view>
#include <vector>

#include "engine_view.h"
#include "returnable/json.h"
#include "writing/verdict_json.h"

using namespace returnable;

struct Ready {
    std::string line;
    Case order;
    view::Verdict verdict;
};

extern "C" [[gnu::noinline]] std::size_t counted(const Library& library, std::string_view part, const Ready& one) {
    if (part == "reading") return read_case(library, one.line).value->facts.size();
    if (part == "deciding") return quick_check(library, one.order).value->size();
    if (part == "explaining") return check_view(library, one.order).value->items.size();
    if (part == "writing") return write_view(one.verdict).size();
    return check_json(library, one.line).size();
}

int main(int count, char** words) {
    if (count != 3) return 2;
    const Library library = builtin_library();
    std::vector<Ready> ready;
    std::ifstream file(words[2]);
    for (std::string line; std::getline(file, line);) {
        auto order = read_case(library, line);
        if (!order) return 1;
        auto verdict = check_view(library, *order.value);
        if (!verdict) return 1;
        ready.push_back({line, std::move(*order.value), std::move(*verdict.value)});
    }
    std::size_t size = 0;
    for (const Ready& one : ready) size += counted(library, words[1], one);
    std::cout << ready.size() << ' ' << size << '\n';
}
