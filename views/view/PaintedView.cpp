#include "views/view/PaintedView.h"

#include <QMouseEvent>
#include <QPainter>
#include <QVBoxLayout>

#include "views/kit/ViewHeader.h"
#include "views/theme/Fonts.h"
#include "views/theme/Theme.h"
#include "views/theme/ThemeSource.h"

namespace horo::views {

namespace {

/// Runs code of a subclass, which may be a plugin's; what it throws becomes the text that is shown.
template <class Call>
auto guarded(QString& fault, Call&& call) -> decltype(call()) {
    try {
        return call();
    } catch (const std::exception& thrown) {
        fault = QString::fromUtf8(thrown.what());
    } catch (...) {
        fault = QStringLiteral("unknown reason");
    }
    return decltype(call())();
}

}  // namespace

/// Where it is drawn, and what the pointer does there.
class PaintedView::Canvas : public QWidget {
public:
    explicit Canvas(PaintedView& view) : QWidget(&view), view_(view), card_(new HoverCard(this)) {
        setMouseTracking(true);
        setFocusPolicy(Qt::StrongFocus);
        setMinimumSize(120, 80);
    }

protected:
    void paintEvent(QPaintEvent*) override {
        QPainter painter(this);
        painter.fillRect(rect(), colour(Token::Canvas));
        painter.setRenderHint(QPainter::Antialiasing);
        if (view_.fault_.isEmpty()) {
            painter.save();
            guarded(view_.fault_, [&] { view_.paint(painter, QSizeF(size()), Theme::current()); });
            painter.restore();
        }
        if (!view_.fault_.isEmpty()) {
            painter.setPen(colour(Token::T2));
            painter.setFont(views::font(FontRole::Base));
            painter.drawText(rect().adjusted(24, 24, -24, -24), Qt::AlignCenter | Qt::TextWordWrap,
                             tr("This view failed: %1").arg(view_.fault_));
        }
        if (band_.isNull()) return;
        painter.setPen(QPen(colour(Token::Accent), 1.2, Qt::DashLine));
        painter.setBrush(Theme::current().colour(Token::Accent, .05));
        painter.drawRect(band_.normalized());
    }

    void mouseMoveEvent(QMouseEvent* event) override {
        if (event->buttons() & Qt::LeftButton) {
            band_ = QRectF(press_, event->position());
            card_->leave();
            return update();
        }
        const ItemId item = at(event->position());
        if (view_.isLinked()) view_.model().hover(item);
        if (item == 0) return card_->leave();
        card_->point(guarded(view_.fault_, [&] { return view_.describe(item); }),
                     event->position().toPoint());
    }

    void mousePressEvent(QMouseEvent* event) override {
        if (event->button() == Qt::LeftButton) press_ = event->position();
    }

    void mouseReleaseEvent(QMouseEvent* event) override {
        if (event->button() != Qt::LeftButton) return;
        const QRectF band = band_.normalized();
        band_ = {};
        std::vector<ItemId> items;
        ItemId focus = 0;
        if (band.width() + band.height() > 6)
            items = guarded(view_.fault_, [&] { return view_.itemsIn(band, QSizeF(size())); });
        else if ((focus = at(event->position())) != 0)
            items.push_back(focus);
        select(items, focus, event->modifiers());
        update();
    }

    void leaveEvent(QEvent*) override {
        if (view_.isLinked()) view_.model().hover(0);
        card_->leave();
    }

    void keyPressEvent(QKeyEvent* event) override {
        if (event->key() == Qt::Key_Escape)
            view_.model().select(Selection({}, view_.state().id));
        else
            QWidget::keyPressEvent(event);
    }

private:
    ItemId at(QPointF place) {
        return guarded(view_.fault_, [&] { return view_.itemAt(place, QSizeF(size())); });
    }

    void select(const std::vector<ItemId>& items, ItemId focus, Qt::KeyboardModifiers keys) {
        const Selection& present = view_.model().selection();
        const std::string& origin = view_.state().id;
        view_.model().select(keys & Qt::ShiftModifier ? present.with(items, origin)
                             : keys & Qt::AltModifier ? present.without(items, origin)
                                                      : Selection(items, origin, focus));
    }

    PaintedView& view_;
    HoverCard* card_;
    QPointF press_;
    QRectF band_;
};

PaintedView::PaintedView(WorkspaceModel& model, ViewState state, const ViewType& type, QWidget* parent)
    : View(model, std::move(state), parent), header_(new ViewHeader(type.icon, type.title)) {
    canvas_ = new Canvas(*this);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(header_);
    column->addWidget(canvas_, 1);
    header_->setButtonsVisible(true, false, true);
    header_->setLinked(isLinked());
    connect(header_, &ViewHeader::exportRequested, this, &View::exportRequested);
    connect(header_, &ViewHeader::linkToggled, this, &View::setLinked);
    const auto repaint = [this] { canvas_->update(); };
    connect(this, &View::linkedChanged, this, [this, repaint](bool linked) {
        header_->setLinked(linked);
        repaint();
    });
    connect(&model, &WorkspaceModel::selectionChanged, this, repaint);
    connect(&model, &WorkspaceModel::hoverChanged, this, repaint);
    connect(&model, &WorkspaceModel::objectsChanged, this, &PaintedView::refresh);
    connect(&model, &WorkspaceModel::liveChanged, this, &PaintedView::refresh);
    connect(&ThemeSource::instance(), &ThemeSource::changed, this, repaint);
}

void PaintedView::applySettings(const nlohmann::json& settings) {
    setLinked(settings.value("linked", true));
    loaded_ = {};
    refresh();
}

void PaintedView::showEvent(QShowEvent* event) {
    View::showEvent(event);
    refresh();
}

void PaintedView::refresh() {
    if (state().objects.empty()) return;
    const std::string& id = state().objects.front();
    const auto object = model().workspace().find(id);
    const Payload now = model().payloadOf(id);
    if (!object || kindOf(now) == Kind::None || now == loaded_) return;
    loaded_ = now;
    header_->setObjectText(QString::fromStdString(object->name));
    fault_.clear();
    guarded(fault_, [&] { load(now); });
    canvas_->update();
}

Figure PaintedView::figure() const {
    const_cast<PaintedView*>(this)->refresh();  // a figure may be asked for before the view was ever shown
    Figure figure;
    figure.preferredSize = {420, 280};
    figure.caption = caption();
    figure.paint = [this](QPainter& painter, QSizeF size) {
        QString fault;
        guarded(fault, [&] { paint(painter, size, Theme::builtIn(false)); });
        if (!fault.isEmpty()) painter.drawText(QRectF({}, size), Qt::AlignCenter, fault);
    };
    return figure;
}

}  // namespace horo::views
