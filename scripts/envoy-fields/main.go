// Prints, as JSON, the fields of every Envoy message that a property-override patch can reach, and its enums.
package main

import (
	"encoding/json"
	"os"

	cluster "github.com/envoyproxy/go-control-plane/envoy/config/cluster/v3"
	endpoint "github.com/envoyproxy/go-control-plane/envoy/config/endpoint/v3"
	listener "github.com/envoyproxy/go-control-plane/envoy/config/listener/v3"
	route "github.com/envoyproxy/go-control-plane/envoy/config/route/v3"
	"google.golang.org/protobuf/proto"
	"google.golang.org/protobuf/reflect/protoreflect"
)

// message or enum -> field or value -> type or number
type tables map[string]map[string]any

func main() {
	roots := []proto.Message{&cluster.Cluster{}, &endpoint.ClusterLoadAssignment{}, &listener.Listener{}, &route.RouteConfiguration{}}
	found := tables{}
	for _, root := range roots {
		found.addMessage(root.ProtoReflect().Descriptor())
	}
	if err := json.NewEncoder(os.Stdout).Encode(found); err != nil {
		panic(err)
	}
}

func (t tables) addMessage(message protoreflect.MessageDescriptor) {
	name := string(message.FullName())
	if t[name] != nil {
		return
	}
	t[name] = map[string]any{}
	for i := range message.Fields().Len() {
		field := message.Fields().Get(i)
		t[name][string(field.Name())] = t.typeOf(field)
	}
}

// A message or enum by its full name; a list or map as just that, since patches cannot reach into them.
func (t tables) typeOf(field protoreflect.FieldDescriptor) string {
	switch {
	case field.IsMap():
		return "map"
	case field.IsList():
		return "list"
	case field.Kind() == protoreflect.MessageKind:
		t.addMessage(field.Message())
		return string(field.Message().FullName())
	case field.Kind() == protoreflect.EnumKind:
		t.addEnum(field.Enum())
		return string(field.Enum().FullName())
	default:
		return field.Kind().String()
	}
}

func (t tables) addEnum(enum protoreflect.EnumDescriptor) {
	values := map[string]any{}
	for i := range enum.Values().Len() {
		value := enum.Values().Get(i)
		values[string(value.Name())] = value.Number()
	}
	t[string(enum.FullName())] = values
}
