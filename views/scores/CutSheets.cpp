#include "views/scores/CutSheets.h"

#include <QtCore/QCoreApplication>

#include "core/chunking/agreement.h"
#include "views/kit/NumberText.h"
#include "views/text/TextBehind.h"

namespace horo::views {

namespace {

constexpr size_t mostCuts = 4'000'000;

using Objects = std::vector<std::shared_ptr<const Object>>;

QString tr(const char* text) {
    return QCoreApplication::translate("CutSheets", text);
}

std::optional<double> numberOf(const Object& object, const char* key) {
    if (!object.madeBy) return {};
    const auto found = object.madeBy->results.find(key);
    return found != object.madeBy->results.end() && found->is_number() ? std::optional(found->get<double>())
                                                                       : std::nullopt;
}

CutSpan cutsOf(const Object& object) {
    const auto& ends = object.as<Segmentation>()->levels.front().ends;
    return CutSpan(ends).first(ends.empty() ? 0 : ends.size() - 1);
}

ScoreSheet costSheet(const Objects& cuts) {
    ScoreSheet sheet;
    sheet.title = tr("Bits a symbol");
    sheet.columns = {tr("units"), tr("kinds"), tr("of units"), tr("with inventory")};
    for (const auto& object : cuts) {
        const auto length = static_cast<double>(object->as<Segmentation>()->length);
        const auto count = [&](const char* key) {
            const auto number = numberOf(*object, key);
            return number ? countText(static_cast<qint64>(*number)) : QStringLiteral("\u2013");
        };
        const auto rate = [&](const char* key) {
            const auto number = numberOf(*object, key);
            return number && length > 0 ? fixedText(*number / length, 2) : QStringLiteral("\u2013");
        };
        sheet.rows.push_back({QString::fromStdString(object->name),
                              {count("units"), count("inventory"), rate("bits"), rate("bits_with_inventory")},
                              {}});
    }
    sheet.rows.back().words = tr(
        "a unit costs -log2 of its share of the units, the inventory each kind spelled once by the shares of "
        "the symbols");
    return sheet;
}

ScoreSheet agreementSheet(const Objects& cuts) {
    ScoreSheet sheet;
    sheet.title = tr("Boundary F1");
    sheet.remark = tr("finest levels");
    size_t all = 0;
    for (const auto& object : cuts)
        all += cutsOf(*object).size();
    if (all > mostCuts) {
        sheet.warnings << tr(
            "These are too many cuts to compare all pairs at once; compare.segmentations compares "
            "two.");
        return sheet;
    }
    for (const auto& object : cuts)
        sheet.columns << QString::fromStdString(object->name);
    for (const auto& a : cuts) {
        ScoreRow row{QString::fromStdString(a->name), {}, {}, {}};
        for (const auto& b : cuts) {
            const CutSpan left = cutsOf(*a), right = cutsOf(*b);
            const size_t both = left.size() + right.size();
            const bool isKnown = a != b && both > 0;
            const double f1 =
                isKnown ? 2 * static_cast<double>(matchedCuts(left, right, 0)) / static_cast<double>(both)
                        : 0;
            row.values << (isKnown ? fixedText(f1, 2) : QStringLiteral("\u2013"));
            row.shades.push_back(f1);
        }
        sheet.rows.push_back(std::move(row));
    }
    return sheet;
}

}  // namespace

std::vector<ScoreSheet> cutSheets(const Workspace& workspace, const Object& text) {
    Objects cuts;
    for (const auto& object : workspace.objects)
        if (const auto cut = object->as<Segmentation>(); cut && !cut->levels.empty())
            if (const auto source = textBehind(workspace, object); source && source->id == text.id)
                cuts.push_back(object);
    if (cuts.empty()) return {};
    std::vector<ScoreSheet> sheets{costSheet(cuts)};
    if (cuts.size() > 1) sheets.push_back(agreementSheet(cuts));
    return sheets;
}

}  // namespace horo::views
