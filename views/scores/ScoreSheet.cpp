#include "views/scores/ScoreSheet.h"

#include <QtCore/QCoreApplication>
#include <cmath>
#include <map>

#include "views/kit/NumberText.h"
#include "views/kit/ScoreName.h"
#include "views/scores/CutSheets.h"

namespace horo::views {

namespace {

constexpr const char* qualityMethod = "measure.projection";
constexpr const char* spreadKey = "relative_delta";
const std::string shuffledPrefix = "shuffled_";

using Reports = std::vector<std::shared_ptr<const Object>>;

QString tr(const char* text) {
    return QCoreApplication::translate("ScoreSheet", text);
}

QString valueText(const Score* score) {
    if (!score || !score->value) return tr("not defined");
    const double value = *score->value;
    if (value == std::floor(value) && std::abs(value) < 1e12) return countText(static_cast<qint64>(value));
    return std::abs(value) < 10 ? fixedText(value, 4) : significantText(value, 5);
}

QString wordsOf(const Score& score) {
    QString words = QString::fromStdString(score.convention);
    if (score.n > 0) words += tr("; n = %1").arg(countText(score.n));
    return words;
}

QString nameOf(const Workspace& workspace, const std::string& id) {
    const auto object = workspace.find(id);
    return object ? QString::fromStdString(object->name) : QString();
}

std::string inputOf(const Object& report, const char* name) {
    const auto found = report.madeBy->inputs.find(name);
    return found == report.madeBy->inputs.end() ? std::string() : found->second;
}

ScoreSheet plainSheet(const Object& object) {
    const Report& report = *object.as<Report>();
    ScoreSheet sheet;
    sheet.title = QString::fromStdString(object.name);
    sheet.verdict = report.verdict;
    for (const Score& score : report.scores)
        sheet.rows.push_back({scoreName(score.key), {valueText(&score)}, wordsOf(score)});
    for (const auto& warning : report.warnings)
        sheet.warnings << QString::fromStdString(warning);
    return sheet;
}

/// Numbers of rows beside those of the same rows shuffled; spreads as intervals.
ScoreSheet shuffledSheet(const Object& object) {
    const Report& report = *object.as<Report>();
    ScoreSheet sheet = plainSheet(object);
    sheet.rows.clear();
    sheet.columns = {tr("Rows"), tr("Shuffled")};
    sheet.intervalTitle = tr("relative delta, 0 = a tree; bars: two standard deviations over draws");
    for (const Score& score : report.scores) {
        if (score.key.starts_with(shuffledPrefix)) continue;
        const Score* shuffled = report.find(shuffledPrefix + score.key);
        const size_t slash = score.key.find('/');
        const QString branch =
            slash == std::string::npos ? QString() : QString::fromStdString(score.key.substr(slash + 1));
        if (score.key.substr(0, slash) == spreadKey) {
            const auto add = [&](const Score* each, const QString& name, bool isOwn) {
                if (each && each->value && each->interval)
                    sheet.intervals.push_back(
                        {name, each->interval->first, *each->value, each->interval->second, isOwn});
            };
            add(&score, branch.isEmpty() ? tr("all rows") : branch, true);
            add(shuffled, tr("shuffled"), false);
        }
        QString name = scoreName(score.key.substr(0, slash));
        if (!branch.isEmpty()) name += QStringLiteral(", ") + branch;
        sheet.rows.push_back(
            {name, {valueText(&score), valueText(shuffled)}, branch.isEmpty() ? wordsOf(score) : QString()});
    }
    return sheet;
}

/// One column a picture of the parent.
ScoreSheet qualitySheet(const Workspace& workspace, const std::string& parent, const Reports& reports) {
    ScoreSheet sheet;
    sheet.title = tr("Projection quality");
    sheet.remark = tr("against %1").arg(nameOf(workspace, parent));
    std::vector<std::string> keys;
    for (const auto& object : reports) {
        sheet.columns << nameOf(workspace, inputOf(*object, "embedding"));
        for (const Score& score : object->as<Report>()->scores)
            if (std::ranges::find(keys, score.key) == keys.end()) keys.push_back(score.key);
        for (const auto& warning : object->as<Report>()->warnings)
            sheet.warnings << QString::fromStdString(warning);
    }
    for (const std::string& key : keys) {
        ScoreRow row{scoreName(key), {}, {}};
        for (const auto& object : reports) {
            const Score* score = object->as<Report>()->find(key);
            row.values << (score ? valueText(score) : QStringLiteral("\u2013"));
            if (score) row.words = wordsOf(*score);
        }
        sheet.rows.push_back(std::move(row));
    }
    return sheet;
}

}  // namespace

std::vector<ScoreSheet> sheetsOf(const Workspace& workspace, const std::string& objectId) {
    if (const auto object = workspace.find(objectId); object && object->kind() == Kind::Text)
        return cutSheets(workspace, *object);
    // What the picture was made of: beside its own quality, that of the other pictures of the same rows.
    std::string parent = objectId;
    std::map<std::string, std::shared_ptr<const Object>> newest;  // quality by picture
    Reports others;
    for (const auto& object : workspace.objects) {
        if (object->kind() != Kind::Report || !object->madeBy) continue;
        if (object->madeBy->method == qualityMethod) {
            if (inputOf(*object, "embedding") == objectId) parent = inputOf(*object, "parent");
            newest[inputOf(*object, "embedding")] = object;
        } else if (std::ranges::any_of(object->madeBy->inputs,
                                       [&](const auto& input) { return input.second == objectId; })) {
            others.push_back(object);
        }
    }
    std::vector<ScoreSheet> sheets;
    Reports qualities;
    for (const auto& object : workspace.objects)
        if (const auto found = newest.find(object->id);
            found != newest.end() && inputOf(*found->second, "parent") == parent)
            qualities.push_back(found->second);
    if (!qualities.empty()) sheets.push_back(qualitySheet(workspace, parent, qualities));
    for (auto object = others.rbegin(); object != others.rend(); ++object) {
        const Report& report = *(*object)->as<Report>();
        const bool compares = report.find(shuffledPrefix + spreadKey) != nullptr;
        sheets.push_back(compares ? shuffledSheet(**object) : plainSheet(**object));
    }
    return sheets;
}

}  // namespace horo::views
