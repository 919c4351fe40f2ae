#include "views/ruler/RulerCanvas.h"

#include <QApplication>
#include <QMouseEvent>
#include <QPainter>
#include <cmath>

#include "views/kit/HoverCard.h"
#include "views/kit/NumberText.h"
#include "views/text/UnitCard.h"
#include "views/theme/Theme.h"

namespace horo::views {

RulerCanvas::RulerCanvas(QWidget* parent) : QWidget(parent), card_(new HoverCard(this)) {
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setMinimumSize(240, 160);
    setAccessibleName(tr("Ruler"));
}

double RulerCanvas::lineWidth() const {
    return std::max(1.0, width() - RulerLayout::names - RulerLayout::right);
}

void RulerCanvas::setSubject(RulerSubject subject) {
    const bool same = subject.text == subject_.text;
    subject_ = std::move(subject);
    marks_.hovered.reset(), marks_.chosen.reset();
    if (!same) scale_ = RulerScale(subject_.text ? subject_.text->bytes.size() : 0, lineWidth());
    update();
}

void RulerCanvas::setScale(const RulerScale& scale) {
    scale_ = scale;
    update();
}

void RulerCanvas::setChosen(std::optional<RulerPlace> place) {
    marks_.chosen = place;
    marks_.occurrences.clear();
    if (place) {
        const RulerTrack& track = subject_.tracks[place->track];
        marks_.occurrences = track.occurrences(track.label(place->unit));
    }
    update();
}

void RulerCanvas::setColour(UnitColour colour) {
    marks_.colour = colour;
    update();
}

void RulerCanvas::look(const RulerScale& scale) {
    setScale(scale);
    Q_EMIT scaleChanged();
}

void RulerCanvas::home() {
    look(RulerScale(scale_.length(), lineWidth()));
}

std::optional<RulerPlace> RulerCanvas::placeAt(QPointF at) const {
    if (!subject_.text || at.x() < RulerLayout::names || at.x() > width() - RulerLayout::right) return {};
    const auto track = RulerLayout::of(subject_, size()).trackAt(at.y());
    if (!track) return {};
    const auto unit =
        subject_.tracks[*track].unitAt(static_cast<uint64_t>(scale_.byte(at.x() - RulerLayout::names)));
    return unit ? std::optional(RulerPlace{*track, *unit}) : std::nullopt;
}

void RulerCanvas::showNext() {
    if (!marks_.chosen) return;
    const RulerTrack& track = subject_.tracks[marks_.chosen->track];
    const auto next = track.nextWith(track.label(marks_.chosen->unit), marks_.chosen->unit);
    if (!next) return;
    marks_.chosen->unit = *next;
    const Text::Piece bytes = track.bytesOf(*next);
    look(scale_.around(bytes.begin, bytes.end));
}

void RulerCanvas::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.fillRect(rect(), colour(Token::Canvas));
    paintRuler(painter, subject_, scale_, RulerLayout::of(subject_, size()), marks_, fonts_,
               Theme::current());
}

void RulerCanvas::resizeEvent(QResizeEvent*) {
    scale_ = scale_.resized(lineWidth());
}

void RulerCanvas::jumpTo(double x) {
    const RulerScale whole(scale_.length(), scale_.width());
    const double middle = whole.byte(x - RulerLayout::names);
    look(scale_.showing(middle - scale_.width() / 2 * scale_.bytesPerPixel(), scale_.bytesPerPixel()));
}

void RulerCanvas::mousePressEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton || !subject_.text) return;
    pressed_ = last_ = event->position();
    const bool inOverview = pressed_.y() < RulerLayout::of(subject_, size()).overview.bottom();
    drag_ = inOverview ? Drag::Overview : Drag::Undecided;
    if (inOverview) jumpTo(pressed_.x());
}

void RulerCanvas::mouseMoveEvent(QMouseEvent* event) {
    const QPointF at = event->position();
    if (drag_ == Drag::Undecided && (at - pressed_).manhattanLength() > QApplication::startDragDistance())
        drag_ = Drag::Pan;
    if (drag_ == Drag::Overview) jumpTo(at.x());
    if (drag_ == Drag::Pan) look(scale_.moved(last_.x() - at.x()));
    last_ = at;
    hover(drag_ == Drag::Pan || drag_ == Drag::Overview ? std::nullopt : std::optional(at));
}

void RulerCanvas::mouseReleaseEvent(QMouseEvent* event) {
    if (std::exchange(drag_, Drag::None) == Drag::Undecided)
        Q_EMIT chosenByPerson(placeAt(event->position()));
}

void RulerCanvas::mouseDoubleClickEvent(QMouseEvent* event) {
    if (const auto place = placeAt(event->position())) {
        const Text::Piece bytes = subject_.tracks[place->track].bytesOf(place->unit);
        const double size = static_cast<double>(bytes.end - bytes.begin);
        look(scale_.showing(static_cast<double>(bytes.begin) - size, 3 * size / scale_.width()));
    }
}

void RulerCanvas::wheelEvent(QWheelEvent* event) {
    constexpr double notch = 120, step = 1.25;
    const QPoint turned = event->angleDelta();
    const bool sideways =
        event->modifiers() & Qt::ShiftModifier || std::abs(turned.x()) > std::abs(turned.y());
    const double turns = (turned.x() + turned.y()) / notch;
    if (sideways)
        look(scale_.moved(-turns * scale_.width() / 8));
    else
        look(scale_.zoomed(event->position().x() - RulerLayout::names, std::pow(step, turns)));
    hover(event->position());
    event->accept();
}

void RulerCanvas::keyPressEvent(QKeyEvent* event) {
    const double page = scale_.width() / 4, middle = scale_.width() / 2;
    switch (event->key()) {
        case Qt::Key_Left:
            return look(scale_.moved(-page));
        case Qt::Key_Right:
            return look(scale_.moved(page));
        case Qt::Key_Plus:
        case Qt::Key_Equal:
            return look(scale_.zoomed(middle, 1.5));
        case Qt::Key_Minus:
            return look(scale_.zoomed(middle, 1 / 1.5));
        case Qt::Key_Home:
            return look(scale_.showing(0, scale_.bytesPerPixel()));
        case Qt::Key_End:
            return look(scale_.showing(static_cast<double>(scale_.length()), scale_.bytesPerPixel()));
        case Qt::Key_Escape:
            Q_EMIT chosenByPerson({});
            return;
        default:
            QWidget::keyPressEvent(event);
    }
}

void RulerCanvas::hover(std::optional<QPointF> at) {
    marks_.hovered = at ? placeAt(*at) : std::nullopt;
    const bool onLines = at && at->x() >= RulerLayout::names && at->x() <= width() - RulerLayout::right;
    marks_.line = onLines ? std::optional(scale_.byte(at->x() - RulerLayout::names)) : std::nullopt;
    update();
    if (!marks_.hovered) return card_->leave();
    const RulerTrack& track = subject_.tracks[marks_.hovered->track];
    HoverContent content = unitCard(track.cut(), track.level(), marks_.hovered->unit);
    content.numbers.push_back({tr("bits"), fixedText(track.bits(marks_.hovered->unit), 2)});
    card_->point(content, at->toPoint());
}

void RulerCanvas::leaveEvent(QEvent*) {
    hover({});
}

}  // namespace horo::views
