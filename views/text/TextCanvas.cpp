#include "views/text/TextCanvas.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QScrollBar>
#include <algorithm>
#include <cmath>

#include "views/kit/Ground.h"
#include "views/kit/HoverCard.h"
#include "views/kit/NumberText.h"
#include "views/text/UnitCard.h"
#include "views/theme/Fonts.h"
#include "views/theme/Metrics.h"

namespace horo::views {

namespace {
constexpr int fewestColumns = 20, margin = 8;
constexpr int highest = 1 << 30;  ///< a scroll bar counts in int
}  // namespace

TextCanvas::TextCanvas(QWidget* parent) : QAbstractScrollArea(parent) {
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Text"));
    setGround(*viewport(), Token::Canvas);
    viewport()->setMouseTracking(true);
    card_ = new HoverCard(viewport());
    verticalScrollBar()->setSingleStep(static_cast<int>(grid_.height));
}

void TextCanvas::setText(std::shared_ptr<const UnitText> text) {
    text_ = std::move(text);
    marks_ = {};
    lastShown_ = 0;
    card_->leave();
    columns_ = 0;
    breakRows();
}

void TextCanvas::setLevel(size_t level) {
    marks_.level = level;
    marks_.hovered.reset();
    card_->leave();
    viewport()->update();
}

void TextCanvas::setChosen(std::optional<uint32_t> label) {
    marks_.chosen = label;
    viewport()->update();
}

int TextCanvas::gutter() const {
    const auto digits = countText(static_cast<qint64>(rows_ ? rows_->lines() : 1)).size();
    return 14 +
           static_cast<int>(
               std::ceil(static_cast<double>(std::max<qsizetype>(digits, 3)) *
                         QFontMetricsF(views::font(FontRole::Tick)).horizontalAdvance(QLatin1Char('0')))) +
           10;
}

void TextCanvas::breakRows() {
    if (!text_) return;
    // The last column is for the sign of a line's end. The gutter depends on the rows, by a digit at most.
    const double room = viewport()->width() - gutter() - margin;
    const int columns = std::max(fewestColumns, static_cast<int>(room / grid_.cell) - 1);
    if (columns != columns_ || !rows_) {
        columns_ = columns;
        rows_.emplace(text_->bytes(), columns);
    }
    setRange();
    scrollTo(top_);
}

void TextCanvas::setRange() {
    placing_ = true;
    const double height = static_cast<double>(rows_->size()) * grid_.height + 2 * margin;
    const int beyond = static_cast<int>(std::min<double>(height, highest)) - viewport()->height();
    verticalScrollBar()->setRange(0, std::max(0, beyond));
    verticalScrollBar()->setPageStep(viewport()->height());
    placing_ = false;
    viewport()->update();
}

void TextCanvas::scrollTo(uint64_t byte) {
    if (!rows_ || rows_->size() == 0) return;
    placing_ = true;
    const double y = static_cast<double>(rows_->rowOf(byte)) * grid_.height + (byte == 0 ? 0 : margin);
    verticalScrollBar()->setValue(static_cast<int>(std::min<double>(y, highest)));
    placing_ = false;
    top_ = byte;
    viewport()->update();
}

void TextCanvas::rememberTop() {
    if (!rows_ || rows_->size() == 0) return;
    const auto row = static_cast<size_t>(std::max(0, verticalScrollBar()->value() - margin) / grid_.height);
    top_ = verticalScrollBar()->value() == 0 ? 0 : rows_->row(std::min(row, rows_->size() - 1)).begin;
}

void TextCanvas::scrollContentsBy(int, int) {
    if (!placing_) rememberTop();
    marks_.hovered.reset();
    card_->leave();
    viewport()->update();
}

void TextCanvas::resizeEvent(QResizeEvent*) {
    breakRows();
}

void TextCanvas::paintEvent(QPaintEvent*) {
    QPainter painter(viewport());
    if (!rows_ || !text_) return;
    if (rows_->size() == 0) {
        painter.setFont(views::font(FontRole::Base));
        painter.setPen(colour(Token::T2));
        painter.drawText(viewport()->rect(), Qt::AlignCenter, tr("This text has no bytes."));
        return;
    }
    const int shift = verticalScrollBar()->value() - margin, left = gutter();
    auto row = static_cast<size_t>(std::max(0.0, std::floor(shift / grid_.height)));
    for (; row < rows_->size(); ++row) {
        const double y = static_cast<double>(row) * grid_.height - shift;
        if (y > viewport()->height()) break;
        const TextRow place = rows_->row(row);
        paintTextRow(painter, QPointF(left, y), *text_, place, marks_, grid_, Theme::current());
        if (!place.opens) continue;
        painter.setFont(views::font(FontRole::Tick));
        painter.setPen(colour(Token::T3));
        painter.drawText(QRectF(0, y, left - 12, grid_.height), Qt::AlignRight | Qt::AlignVCenter,
                         countText(static_cast<qint64>(place.line + 1)));
    }
}

std::optional<size_t> TextCanvas::unitAt(QPointF place) const {
    if (!text_ || !text_->segmentation() || !rows_) return std::nullopt;
    const double y = place.y() + verticalScrollBar()->value() - margin, x = place.x() - gutter();
    if (x < 0 || y < 0 || y >= static_cast<double>(rows_->size()) * grid_.height) return std::nullopt;
    const TextRow row = rows_->row(static_cast<size_t>(y / grid_.height));
    const auto cells = textCells(text_->bytes(), row.begin, row.end);
    const double column = x / grid_.cell;
    if (cells.empty() || column >= cells.back().column + cells.back().width) return std::nullopt;
    return text_->unitAt(marks_.level, byteAt(cells, column));
}

void TextCanvas::hover(std::optional<size_t> unit, QPointF place) {
    if (unit)
        card_->point(unitCard(*text_, marks_.level, *unit), place.toPoint());
    else
        card_->leave();
    viewport()->setCursor(unit ? Qt::PointingHandCursor : Qt::ArrowCursor);
    if (unit == marks_.hovered) return;
    marks_.hovered = unit;
    viewport()->update();
}

bool TextCanvas::viewportEvent(QEvent* event) {
    if (event->type() == QEvent::MouseMove) {
        const QPointF place = static_cast<QMouseEvent*>(event)->position();
        hover(unitAt(place), place);
    }
    if (event->type() == QEvent::Leave) hover(std::nullopt, {});
    return QAbstractScrollArea::viewportEvent(event);
}

void TextCanvas::mousePressEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton || !text_ || !text_->segmentation()) return;
    const auto unit = unitAt(event->position());
    std::optional<uint32_t> label;
    if (unit) {
        lastShown_ = *unit;
        label = text_->labelOf(marks_.level, *unit);
        if (label == marks_.chosen) label.reset();
    }
    Q_EMIT chosenByPerson(label);
}

void TextCanvas::showUnit(size_t unit, bool middle) {
    const Text::Piece bytes = text_->bytesOf(marks_.level, unit);
    const double y = static_cast<double>(rows_->rowOf(bytes.begin)) * grid_.height + margin;
    const int above = verticalScrollBar()->value(), height = viewport()->height();
    if (middle)
        verticalScrollBar()->setValue(static_cast<int>(y) - height / 2);
    else if (y < above)
        verticalScrollBar()->setValue(static_cast<int>(y) - margin);
    else if (y + grid_.height > above + height)
        verticalScrollBar()->setValue(static_cast<int>(y + grid_.height) + margin - height);
}

void TextCanvas::showNext() {
    if (!text_ || !marks_.chosen || !rows_) return;
    const auto& labels = text_->segmentation()->levels[marks_.level].labels;
    const auto last = labels.begin() + static_cast<std::ptrdiff_t>(std::min(lastShown_ + 1, labels.size()));
    auto next = std::find(last, labels.end(), *marks_.chosen);
    if (next == labels.end()) next = std::find(labels.begin(), labels.end(), *marks_.chosen);
    if (next == labels.end()) return;
    lastShown_ = static_cast<size_t>(next - labels.begin());
    showUnit(lastShown_, true);
    marks_.hovered = lastShown_;
    viewport()->update();
}

void TextCanvas::step(int direction) {
    const size_t units = text_->units(marks_.level);
    if (units == 0) return;
    size_t unit = text_->unitAt(marks_.level, top_).value_or(0);
    if (marks_.hovered) {
        if (direction < 0 && *marks_.hovered == 0) return;
        unit = std::min(*marks_.hovered + static_cast<size_t>(direction), units - 1);
    }
    showUnit(unit, false);
    marks_.hovered = unit;
    lastShown_ = unit;
    const auto& cut = *text_->segmentation();
    setAccessibleDescription(QString::fromStdString(cut.label(marks_.level, unit)));
    viewport()->update();
}

void TextCanvas::keyPressEvent(QKeyEvent* event) {
    auto* bar = verticalScrollBar();
    const bool units = text_ && text_->segmentation();
    switch (event->key()) {
        case Qt::Key_Escape:
            Q_EMIT chosenByPerson(std::nullopt);
            return;
        case Qt::Key_Home:
            bar->setValue(0);
            return;
        case Qt::Key_End:
            bar->setValue(bar->maximum());
            return;
        case Qt::Key_Left:
        case Qt::Key_Right:
            if (units) step(event->key() == Qt::Key_Left ? -1 : 1);
            return;
        case Qt::Key_Space:
        case Qt::Key_Return:
        case Qt::Key_Enter:
            if (units && marks_.hovered) Q_EMIT chosenByPerson(text_->labelOf(marks_.level, *marks_.hovered));
            return;
        case Qt::Key_F:
            showNext();
            return;
        case Qt::Key_H:
            bar->setValue(0);
            return;
        default:
            QAbstractScrollArea::keyPressEvent(event);
    }
}

}  // namespace horo::views
