#include "app/Wording.h"

#include <QCoreApplication>
#include <cmath>

#include "views/kit/Capitalised.h"
#include "views/text/UnitText.h"

namespace horo::app {

using views::countText;

namespace {

QString tr(const char* text) {
    return QCoreApplication::translate("Wording", text);
}

}  // namespace

QString durationText(double seconds) {
    if (seconds < 10) return QString::number(seconds, 'f', 1) + tr(" s");
    if (seconds < 100) return QString::number(seconds, 'f', 0) + tr(" s");
    const int minutes = static_cast<int>(std::lround(seconds / 60));
    if (minutes < 100) return tr("%1 min").arg(minutes);
    return tr("%1 h %2 min").arg(minutes / 60).arg(minutes % 60);
}

QString bytesText(uint64_t bytes) {
    if (bytes < 1000) return tr("%1 B").arg(bytes);
    const auto count = static_cast<double>(bytes);
    for (const auto& [unit, name] : {std::pair(1e3, "kB"), std::pair(1e6, "MB"), std::pair(1e9, "GB")})
        if (count < unit * 999.5 || unit == 1e9)
            return QStringLiteral("%1 %2").arg(views::significantText(count / unit), QLatin1String(name));
    return {};
}

QString sentence(const std::string& text) {
    return views::capitalised(QString::fromStdString(text));
}

QString shortFact(const Object& object) {
    if (const auto hierarchy = object.as<Hierarchy>())
        return countText(static_cast<qint64>(hierarchy->size()));
    if (const auto embedding = object.as<Embedding>()) {
        const bool time = embedding->manifold.kind() == ManifoldKind::Lorentz;
        return QStringLiteral("%1-D").arg(embedding->columns() - (time ? 1 : 0));
    }
    if (const auto text = object.as<Text>()) return bytesText(text->bytes.size());
    if (const auto cut = object.as<Segmentation>(); cut && !cut->levels.empty())
        return countText(static_cast<qint64>(cut->levels.front().size()));
    if (const auto table = object.as<Table>()) return countText(static_cast<qint64>(table->rows()));
    return {};
}

QString factLine(const Object& object) {
    if (const auto text = object.as<Text>())
        return (text->pieces.size() == 1 ? tr("%1 bytes, %2 line") : tr("%1 bytes, %2 lines"))
            .arg(countText(static_cast<qint64>(text->bytes.size())),
                 countText(static_cast<qint64>(text->pieces.size())));
    if (const auto cut = object.as<Segmentation>(); cut && !cut->levels.empty())
        return tr("%1 units, %2 different")
            .arg(countText(static_cast<qint64>(cut->levels.front().size())),
                 countText(static_cast<qint64>(views::differentLabels(*cut, 0))));
    if (const auto table = object.as<Table>())
        return tr("%1 rows, %2 columns")
            .arg(countText(static_cast<qint64>(table->rows())),
                 countText(static_cast<qint64>(table->columns.size())));
    return {};
}

QString iconOf(const Object& object) {
    switch (object.kind()) {
        case Kind::Hierarchy:
            return QStringLiteral("tree");
        case Kind::Embedding: {
            const auto embedding = object.as<Embedding>();
            return embedding->manifold.isHyperbolic() ? QStringLiteral("disk") : QStringLiteral("scatter");
        }
        case Kind::Text:
        case Kind::Segmentation:
            return QStringLiteral("text");
        case Kind::Table:
        case Kind::Report:
        case Kind::Arrays:
        case Kind::Model:
        case Kind::Trace:
        case Kind::Images:
        case Kind::None:
            break;
    }
    return QStringLiteral("table");
}

QString kindTitle(Kind kind) {
    switch (kind) {
        case Kind::Hierarchy:
            return tr("hierarchy");
        case Kind::Embedding:
            return tr("embedding");
        case Kind::Text:
            return tr("text");
        case Kind::Segmentation:
            return tr("segmentation");
        case Kind::Table:
            return tr("table");
        case Kind::Report:
            return tr("report");
        case Kind::Arrays:
            return tr("arrays");
        case Kind::Model:
            return tr("model");
        case Kind::Trace:
            return tr("trace");
        case Kind::Images:
            return tr("pictures");
        case Kind::None:
            break;
    }
    return {};
}

QStringList provenanceLines(const Workspace& workspace, const Object& object, bool live) {
    QStringList lines;
    if (!object.origin.source.empty()) {
        lines << QString::fromStdString(object.origin.source);
        lines << tr("sha256 %1…").arg(QString::fromStdString(object.origin.sha256.substr(0, 12)));
    }
    if (!object.madeBy) return lines;
    for (const auto& [name, id] : object.madeBy->inputs)
        if (const auto input = workspace.find(id)) {
            if (!input->origin.source.empty()) lines << QString::fromStdString(input->origin.source);
            lines << QString::fromStdString(input->name);
        }
    lines << tr("%1, seed %2").arg(QString::fromStdString(object.madeBy->method)).arg(object.madeBy->seed);
    if (object.madeBy->partial && !live) lines << tr("stopped before its end");
    return lines;
}

}  // namespace horo::app
