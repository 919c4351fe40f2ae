#include "views/workspace/ItemPicture.h"

#include <QDir>
#include <QFileInfo>
#include <QImageReader>
#include <algorithm>
#include <cmath>

#include "core/io/source.h"

namespace horo::views {

namespace {

constexpr int largest = 256;
constexpr int mostMegabytes = 128;  // an image file may claim any size

const std::string* textIn(const Embedding& embedding, const std::string& column, size_t row) {
    const Column* found = embedding.about && !column.empty() ? embedding.about->find(column) : nullptr;
    const auto* texts = found ? std::get_if<std::vector<std::string>>(&found->values) : nullptr;
    return texts && row < texts->size() ? &(*texts)[row] : nullptr;
}

QImage fileImage(const std::string& path, const Origin& origin) {
    const auto source = Source::parse(origin.source);
    const QDir folder = source ? QFileInfo(QString::fromStdString(source->name)).dir() : QDir();
    QImageReader reader(folder.absoluteFilePath(QString::fromStdString(path)));
    reader.setAutoTransform(true);
    QImageReader::setAllocationLimit(mostMegabytes);
    if (const QSize size = reader.size(); size.width() > largest || size.height() > largest)
        reader.setScaledSize(size.scaled(largest, largest, Qt::KeepAspectRatio));
    return reader.read();
}

/// Calls visit(embedding, its object, row) for the rows of an item until one of them has what is wanted.
template <class Visit>
void eachRow(const Workspace& workspace, ItemId item, Visit&& visit) {
    for (const auto& object : workspace.objects)
        if (const auto embedding = object->as<Embedding>())
            if (const auto row = embedding->items->rowOf(item))
                if (visit(*embedding, *object, *row)) return;
}

}  // namespace

QImage rowPicture(const Embedding& embedding, size_t row) {
    if (!embedding.picture || row >= embedding.rows()) return {};
    const PictureShape shape = *embedding.picture;
    const bool inColour = shape.channels >= 3;
    QImage image(static_cast<int>(shape.width), static_cast<int>(shape.height), QImage::Format_RGB32);
    const auto grey = [&](size_t column) {
        const double value = embedding.vectors.at(row, column);
        return std::isfinite(value) ? static_cast<int>(std::lround(255 * std::clamp(value, 0.0, 1.0))) : 0;
    };
    size_t column = 0;
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x, column += shape.channels) {
            const int red = grey(column);
            image.setPixel(x, y,
                           inColour ? qRgb(red, grey(column + 1), grey(column + 2)) : qRgb(red, red, red));
        }
    return image;
}

QImage itemPicture(const Workspace& workspace, ItemId item) {
    QImage image;
    eachRow(workspace, item, [&](const Embedding& embedding, const Object& object, size_t row) {
        image = rowPicture(embedding, row);
        if (const auto* path = image.isNull() ? textIn(embedding, embedding.imageColumn, row) : nullptr)
            image = fileImage(*path, object.origin);
        return !image.isNull();
    });
    return image;
}

QString itemText(const Workspace& workspace, ItemId item) {
    QString text;
    eachRow(workspace, item, [&](const Embedding& embedding, const Object&, size_t row) {
        if (const auto* found = textIn(embedding, embedding.textColumn, row))
            text = QString::fromStdString(*found);
        return !text.isEmpty();
    });
    return text;
}

}  // namespace horo::views
