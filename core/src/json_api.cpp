// The JSON door for cases: text in, text out.
#include "returnable/json.h"

#include "case_answers.h"
#include "reading/json_tree.h"
#include "reading/read_case.h"

namespace returnable {

Result<Case> read_case(const Library&, std::string_view json) {
    std::vector<Error> errors;
    const Node root = parse_json(json, case_limits, errors);
    return read_case(root, std::move(errors));
}

std::string check_json(const Library& library, std::string_view case_json) { return check_text(library, read_case(library, case_json)); }

std::string check_all_json(const Library& library, std::span<const std::string_view> cases) {
    std::string out = "[";
    for (const std::string_view one : cases) {
        if (out.size() > 1) out += ',';
        out += quick_text(library, read_case(library, one));
    }
    return out + ']';
}

std::string compare_json(const Library& library, std::string_view case_json) { return compare_text(library, read_case(library, case_json)); }

std::string sweep_json(const Library& library, std::string_view case_json, std::string_view from, std::string_view to) {
    return sweep_text(library, read_case(library, case_json), from, to);
}

}  // namespace returnable
