// What mutation of the pack reader showed to be untested: each fault alone, with exactly its codes and places; nothing else is named.
#include "support.h"

namespace returnable::test {
namespace {

json sound() { return json::parse(read_file(RETURNABLE_PACKS_DIR "/blue_kettle.json")); }

std::string faults_of(const json& pack) {
    std::string out;
    for (const Error& e : library().validate(pack.dump())) {
        EXPECT_FALSE(e.message.empty()) << e.code;
        out += (out.empty() ? "" : ", ") + e.code + " " + e.path;
    }
    return out;
}

struct Planted {
    const char *place, *value, *faults;
};

// A value put at a place of a sound pack, and every fault that it is.
const Planted planted[] = {
    {"/$schema", R"("x")", ""},
    {"/uncited", "[]", ""},
    {"/checked_on", "7", "wrong_type /checked_on"},
    {"/id", "7", "wrong_type /id"},
    {"/id", R"("")", "bad_value /id"},
    {"/id", R"("azAZ09_-")", ""},
    {"/id", R"("a`")", "bad_value /id"},
    {"/id", R"("a{")", "bad_value /id"},
    {"/id", R"("A@")", "bad_value /id"},
    {"/id", R"("A[")", "bad_value /id"},
    {"/id", R"("0/")", "bad_value /id"},
    {"/id", R"("0:")", "bad_value /id"},
    {"/id", R"("a234567890123456789012345678901234567890123456789012345678901234")", ""},
    {"/id", R"("a2345678901234567890123456789012345678901234567890123456789012345")", "bad_value /id"},
    {"/name", "[]", "wrong_type /name"},
    {"/effective", "7", "wrong_type /effective"},
    {"/effective", R"({"from":"2026-01-01","to":"2026-01-01"})", ""},
    {"/effective", R"({"form":"2026-01-01"})", "unknown_key /effective/form"},
    {"/sources", "[]",
     "wrong_type /sources, unknown_name /clauses/R1/source, unknown_name /clauses/R2/source, unknown_name /clauses/R3/source, "
     "unknown_name /clauses/R4/source, unknown_name /clauses/R5/source, unknown_name /clauses/R6/source"},
    {"/sources/shop-page", "7", "wrong_type /sources/shop-page"},
    {"/sources/shop-page", R"({"title":"t","tier":"law","date":null})", ""},
    {"/sources/shop-page", R"({"title":"t","tier":"platform_page","date":"2026-13-01"})", "bad_date /sources/shop-page/date"},
    {"/sources/shop-page", R"({"tier":"copy_of_platform_page","who":1})", "unknown_key /sources/shop-page/who"},
    {"/sources/shop-page/tier", "7", "wrong_type /sources/shop-page/tier"},
    {"/sources/shop-page/kind", "7", "wrong_type /sources/shop-page/kind"},
    {"/clauses", "7",
     "wrong_type /clauses, unknown_name /conflicts/X1/readings/0/clauses, unknown_name /conflicts/X1/readings/1/clauses, "
     "unknown_name /remedies/0/clauses/0, unknown_name /remedies/0/clauses/1, unknown_name /steps/0/clauses, unknown_name /rules/0/clauses/0, "
     "unknown_name /rules/1/clauses, unknown_name /rules/2/clauses, unknown_name /rules/3/clauses, unknown_name /rules/4/clauses, "
     "unknown_name /rules/5/clauses, unknown_name /rules/6/clauses, unknown_name /rules/7/clauses, unknown_name /rules/8/clauses"},
    {"/clauses/R1", "7", "wrong_type /clauses/R1"},
    {"/clauses/R1/section", "7", "wrong_type /clauses/R1/section"},
    {"/clauses/R1/page", "7", "unknown_key /clauses/R1/page"},
    {"/facts", "7",
     "wrong_type /facts, unknown_name /rules/2/when/kettle_club, unknown_name /rules/5/when/kettle_club, unknown_name /rules/6/when/boiled, "
     "unknown_name /rules/7/when/boiled, unknown_name /rules/8/when/boiled"},
    {"/facts/boiled/kind", R"("yesno")", "bad_value /facts/boiled/kind"},
    {"/facts/boiled/assume", "7", "wrong_type /facts/boiled/assume"},
    {"/facts/boiled/kinds", "7", "unknown_key /facts/boiled/kinds"},
    {"/facts/opened", R"({"kind":"yes_no"})", "bad_value /facts/opened"},
    {"/facts/opened", R"({"values":["a"]})", "bad_value /facts/opened"},
    {"/facts/opened", R"({"assume":true,"hint":"x"})", ""},
    {"/facts/opened", R"({"absent":"unstated"})", ""},
    {"/facts/opened", R"({"absent":"unsaid"})", "bad_value /facts/opened/absent"},
    {"/facts/opened", R"({"ours":1})", "wrong_type /facts/opened/ours"},
    {"/facts/opened", R"({"hint":1})", "wrong_type /facts/opened/hint"},
    {"/facts/opened", R"({"range":[1,2]})", "bad_value /facts/opened/range"},
    {"/facts/category", R"({"assume":"general"})", "bad_value /facts/category/assume"},
    {"/facts/protection", R"({"assume":"bsic"})", "bad_value /facts/protection/assume"},
    {"/facts/protection", R"({"absent":"unstated"})", "bad_value /facts/protection/absent"},
    {"/facts/price", R"({"assume":7})", "bad_value /facts/price/assume"},
    {"/facts/price", R"({"range":[1,2],"ours":true})", ""},
    {"/facts/price", R"({"range":[2,2]})", ""},
    {"/facts/price", R"({"range":[1,2,3]})", "bad_value /facts/price/range"},
    {"/facts/price", R"({"range":7})", "wrong_type /facts/price/range"},
    {"/facts/price", R"({"range":["a",2]})", "wrong_type /facts/price/range/0"},
    {"/facts/seller_return_window", R"({"range":[0,366]})", "out_of_range /facts/seller_return_window/range/1"},
    {"/facts/seller_return_window", R"({"range":[-1,365]})", "out_of_range /facts/seller_return_window/range/0"},
    {"/facts/seller_return_window", R"({"range":[0,365]})", ""},
    {"/facts/size", R"({"kind":"choice","prompt":"?"})", "bad_value /facts/size"},
    {"/facts/size", R"({"kind":"choice","values":["s","m"],"prompt":"?"})", ""},
    {"/facts/size", R"({"kind":"choice","values":["s",7],"prompt":"?"})", "wrong_type /facts/size/values/1"},
    {"/facts/size", R"({"kind":"number","prompt":"?"})", "missing /facts/size/least, missing /facts/size/most"},
    {"/facts/size", R"({"kind":"number","least":3,"most":2,"prompt":"?"})", "out_of_range /facts/size/most"},
    {"/facts/size", R"({"kind":"number","least":-1,"most":2,"prompt":"?"})", "out_of_range /facts/size/least"},
    {"/facts/size", R"({"kind":"number","least":0,"most":1000000000000,"prompt":"?"})", ""},
    {"/facts/size", R"({"kind":"number","least":0,"most":1000000000001,"prompt":"?"})", "out_of_range /facts/size/most"},
    {"/facts/size", R"({"kind":"number","least":1000000000001,"most":2,"prompt":"?"})", "out_of_range /facts/size/least"},
    {"/facts/size", R"({"kind":"date","prompt":"?"})", ""},
    {"/facts/size", R"({"kind":"date","prompt":"?","absent":"unstated"})", "bad_value /facts/size/absent"},
    {"/facts/size", R"({"prompt":"?"})", "missing /facts/size/kind"},
    {"/advice", "7", "wrong_type /advice"},
    {"/advice", R"(["a b"])", "bad_value /advice/0"},
    {"/evidence", R"([7])", "wrong_type /evidence/0"},
    {"/conflicts", "7", "wrong_type /conflicts"},
    {"/conflicts/X1", "7", "wrong_type /conflicts/X1"},
    {"/conflicts/X1/slots", "7", "unknown_key /conflicts/X1/slots"},
    {"/conflicts/X1/slot", R"("windows")", "unknown_name /conflicts/X1/slot"},
    {"/conflicts/X1/says", "7", "wrong_type /conflicts/X1/says"},
    {"/conflicts/X1/clauses", R"(["R1"])", ""},
    {"/conflicts/X1/clauses", R"(["R9"])", "unknown_name /conflicts/X1/clauses/0"},
    {"/conflicts/X1/for", R"("refund")", "unknown_name /conflicts/X1/for"},
    {"/conflicts/X1/when", R"({"opend":true})", "unknown_name /conflicts/X1/when/opend"},
    {"/conflicts/X1/readings", "7", "wrong_type /conflicts/X1/readings"},
    {"/conflicts/X1/readings/0/counts", "7", "wrong_type /conflicts/X1/readings/0/counts"},
    {"/conflicts/X1/readings/0/id", "7", "wrong_type /conflicts/X1/readings/0/id"},
    {"/conflicts/X1/readings/0/value", "7", "wrong_type /conflicts/X1/readings/0/value"},
    {"/conflicts/X1/readings/0/clauses", R"("R9")", "unknown_name /conflicts/X1/readings/0/clauses"},
    {"/conflicts/X1/readings/0/cite", "7", "unknown_key /conflicts/X1/readings/0/cite"},
    {"/remedies", "7", "wrong_type /remedies, wrong_type /remedies"},
    {"/remedies/0", "7", "wrong_type /remedies/0"},
    {"/remedies/0/kind", R"("promised")", "bad_value /remedies/0/kind"},
    {"/remedies/0/kinds", "7", "unknown_key /remedies/0/kinds"},
    {"/remedies/0/when", "7", "wrong_type /remedies/0/when"},
    {"/remedies/0/leads", R"({"opend":true})", "unknown_name /remedies/0/leads/opend"},
    {"/remedies/0/acts", R"(["returnd_on"])", "unknown_name /remedies/0/acts/0"},
    {"/remedies/0/acts", R"(["opened"])", "bad_value /remedies/0/acts/0"},
    {"/remedies/0/refund_step", R"("ship")", "unknown_name /remedies/0/refund_step"},
    {"/remedies/0/wants", "7", "wrong_type /remedies/0/wants"},
    {"/remedies/0/clauses", "[]", "missing /remedies/0/clauses"},
    {"/remedies/0/when", R"({"past":"ship_back"})", "cycle /remedies/0"},
    {"/remedies/0/leads", R"({"reached":"window_end"})", "cycle /remedies/0"},
    {"/remedies/0/leads", R"({"reached":"received_on"})", ""},
    {"/steps", "7", "wrong_type /steps, wrong_type /steps, unknown_name /rules/0/slot/1"},
    {"/steps/0/actor", R"("byer")", "bad_value /steps/0/actor"},
    {"/steps/0/actor", R"("carrier")", ""},
    {"/steps/0/steps", "7", "unknown_key /steps/0/steps"},
    {"/steps/0/for", R"("refund")", "unknown_name /steps/0/for"},
    {"/steps/0/when", R"({"opend":true})", "unknown_name /steps/0/when/opend"},
    {"/steps/0/done", R"("opened")", "bad_value /steps/0/done"},
    {"/steps/0/done_when", R"({"opend":true})", "unknown_name /steps/0/done_when/opend"},
    {"/steps/0/done_when", R"({"reached":"ship_back"})", "cycle /steps/0"},
    {"/steps/0/when", R"({"all":[{"not":{"reached":"window_end"}}]})", ""},
    {"/steps/0/shown", "7", "wrong_type /steps/0/shown"},
    {"/steps/0/optional", "7", "wrong_type /steps/0/optional"},
    {"/steps/0/decides", "7", "wrong_type /steps/0/decides"},
    {"/steps/0/advised_by", R"({"when":{"opened":true}})", "missing /steps/0/advised_by/by"},
    {"/steps/0/advised_by", R"({"by":"received_on","whn":{}})", "unknown_key /steps/0/advised_by/whn"},
    {"/steps/0/clauses", R"("R9")", "unknown_name /steps/0/clauses"},
    {"/rules", "7", "wrong_type /rules, wrong_type /rules"},
    {"/rules/0", "7", "wrong_type /rules/0"},
    {"/rules/0/slt", "7", "unknown_key /rules/0/slt"},
    {"/rules/0/for", R"(["refund_on_return"])", ""},
    {"/rules/0/for", R"(["refund"])", "unknown_name /rules/0/for/0"},
    {"/rules/0/reading", "7", "wrong_type /rules/0/reading"},
    {"/rules/0/reading", R"({"X9":"a"})", "unknown_name /rules/0/reading/X9"},
    {"/rules/0/reading", R"({"X1":"a"})", "unknown_name /rules/0/reading/X1"},
    {"/rules/0/basis", R"("estimated")", "bad_value /rules/0/basis"},
    {"/rules/1/says", R"("ja")", "bad_value /rules/1/says"},
    {"/rules/1/slot", R"("window")", "bad_value /rules/1"},
    {"/rules/1/slot", R"("opens")", "bad_value /rules/1"},
    {"/rules/1/slot", R"("advice")", "bad_value /rules/1"},
    {"/rules/1/slot", R"("location")", "bad_value /rules/1"},
    {"/rules/1/slot", R"("ship_back")", "bad_value /rules/1"},
    {"/rules/1/slot", R"("return_shipping")", "bad_value /rules/1"},
    {"/rules/0/slot", R"("grounds")", "bad_value /rules/0"},
    {"/rules/0/slot", R"("condition")", "bad_value /rules/0"},
    {"/rules/3/payers", R"("seller")", "wrong_type /rules/3/payers"},
    {"/rules/0/by/length", "36500", ""},
    {"/rules/0/by/length", "36501", "out_of_range /rules/0/by/length"},
    {"/rules/0/by/roll", R"("following")", ""},
    {"/rules/0/by/roll", R"("after")", "bad_value /rules/0/by/roll"},
    {"/rules/0/by/calendar", R"("sun_sat")", "bad_value /rules/0/by/calendar"},
    {"/rules/0/by/from", "7", "unknown_key /rules/0/by/from"},
    {"/rules/0/by", "7", "wrong_type /rules/0/by"},
    {"/rules/0/by", R"({"length":3,"unit":"calendar_days"})", "missing /rules/0/by/after"},
    {"/rules/0/by", R"({"after":"received_on","unit":"calendar_days"})", "missing /rules/0/by/least, missing /rules/0/by/most"},
    {"/rules/0/by", R"({"after":"received_on","least":3,"most":2,"unit":"calendar_days"})", "bad_value /rules/0/by"},
    {"/rules/0/by", R"({"after":"received_on","least":2,"most":2,"unit":"calendar_days"})", ""},
    {"/rules/0/by", R"({"after":"received_on","least":-1,"most":36501,"unit":"calendar_days"})",
     "out_of_range /rules/0/by/least, out_of_range /rules/0/by/most"},
    {"/rules/0/by/length", R"({"fact":"opened"})", "bad_value /rules/0/by/length/fact"},
    {"/rules/0/by/length", R"({"fact":"opend"})", "unknown_name /rules/0/by/length/fact"},
    {"/rules/0/by/length", R"({"at_least":3})", "missing /rules/0/by/length/fact"},
    {"/rules/0/by/length", R"({"fact":"transit_days","at_least":-1})", "out_of_range /rules/0/by/length/at_least"},
    {"/rules/0/by/length", R"({"fact":"transit_days","at_most":3})", "unknown_key /rules/0/by/length/at_most"},
    {"/rules/0/by", R"({"earlier_of":[]})", "bad_value /rules/0/by/earlier_of"},
    {"/rules/0/by", R"({"later_of":7})", "wrong_type /rules/0/by/later_of"},
    {"/rules/0/by", R"({"first_of":["received_on","opened"]})", "unknown_name /rules/0/by/first_of/1"},
    {"/rules/0/by", R"("as_of")", ""},
    {"/rules/0/by", R"("opening")", ""},
    {"/rules/0/by", R"("window_end")", "cycle /rules"},
    {"/rules/0/when", R"({"any":7})", "wrong_type /rules/0/when/any"},
    {"/rules/0/when", R"({"all":[{"opened":true},{"opened":[]}]})", "bad_value /rules/0/when/all/1/opened"},
    {"/rules/0/when", R"({"any":[7]})", "wrong_type /rules/0/when/any/0"},
    {"/rules/0/when", R"({"not":7})", "wrong_type /rules/0/when/not"},
    {"/rules/0/when", R"({"marketplace":"x"})", "bad_value /rules/0/when/marketplace"},
    {"/rules/0/when", R"({"received_on":7})", "wrong_type /rules/0/when/received_on"},
    {"/rules/0/when", R"({"opened":"yes"})", "wrong_type /rules/0/when/opened, bad_value /rules/0/when/opened"},
    {"/rules/0/when", R"({"opened":"unstated"})", "bad_value /rules/0/when/opened"},
    {"/rules/0/when", R"({"category":7})", "wrong_type /rules/0/when/category, bad_value /rules/0/when/category"},
    {"/rules/0/when", R"({"price":7})", "bad_value /rules/0/when/price"},
    {"/rules/0/when", R"({"price":"7"})", "wrong_type /rules/0/when/price, bad_value /rules/0/when/price"},
    {"/rules/0/when", R"({"seller_return_window":{"at_least":"7"}})",
     "wrong_type /rules/0/when/seller_return_window/at_least, bad_value /rules/0/when/seller_return_window"},
    {"/rules/0/when", R"({"price":{"more_than":"opened"}})",
     "bad_value /rules/0/when/price/more_than, bad_value /rules/0/when/price, bad_value /rules/0/when/price"},
    {"/rules/0/when", R"({"price":{"less_than":3}})", "unknown_key /rules/0/when/price/less_than, bad_value /rules/0/when/price"},
    {"/rules/0/when", R"({"reading":7})", "wrong_type /rules/0/when/reading"},
    {"/rules/0/when", R"({"reading":{"X1":"from_receipt"}})", ""},
    {"/rules/0/when", R"({"reading":{"X2":"from_receipt"}})", "unknown_name /rules/0/when/reading/X2"},
    {"/rules/0/when", R"({"past":"recieved_on"})", "unknown_name /rules/0/when/past"},
    {"/rules/0/when", R"({"reached":"as_of"})", ""},
    {"/shared", "7", "wrong_type /shared"},
    {"/shared", R"([{"when":{}}])", "missing /shared/0/fact"},
    {"/shared", R"([{"fact":"kettle_club"}])", "missing /shared/0/when"},
    {"/shared", R"([{"fact":"kettle_club","when":{"opened":true}}])", ""},
    {"/shared", R"([{"fact":"kettle","when":{"opened":true}}])", "unknown_name /shared/0/fact"},
    {"/shared", R"([{"fact":"price","when":{"opened":true}}])", "bad_value /shared/0/fact"},
    {"/shared", R"([{"fact":"kettle_club","when":{},"how":1}])", "unknown_key /shared/0/how"},
};

TEST(SurvivorsPackReader, EachFaultAloneWithExactlyItsCodesAndPlaces) {
    for (const Planted& one : planted) {
        json pack = sound();
        pack[json::json_pointer(one.place)] = json::parse(one.value);
        EXPECT_EQ(faults_of(pack), one.faults) << one.place << " = " << one.value;
    }
}

// Of a choice with too many values none is read that lies behind the first of these: its faults are not told one by one.
TEST(SurvivorsPackReader, AChoiceHasAtMostSixtyFourValues) {
    for (const std::size_t count : {64, 65, 66, 70}) {
        json values = json::array();
        for (std::size_t i = 0; i < count; ++i) values.push_back("v" + std::to_string(i < 65 ? i : 0));
        json pack = sound();
        pack["facts"]["size"] = {{"kind", "choice"}, {"values", values}, {"prompt", "?"}};
        EXPECT_EQ(faults_of(pack), count == 64 ? "" : "bad_value /facts/size") << count;
    }
}

}  // namespace
}  // namespace returnable::test
