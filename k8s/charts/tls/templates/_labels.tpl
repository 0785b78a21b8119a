{{- define "tls.labels" -}}
app.kubernetes.io/name: duck-dns
app.kubernetes.io/instance: {{ .Release.Name }}
app.kubernetes.io/managed-by: {{ .Release.Service }}
{{- end }}

{{- /* Where the API server has the thing whose address the names get: the path below the namespace, and its group. */}}
{{- define "tls.address" -}}
{{- $groups := dict "service" "" "ingress" "networking.k8s.io" "gateway" "gateway.networking.k8s.io" -}}
{{- $plurals := dict "service" "services" "ingress" "ingresses" "gateway" "gateways" -}}
{{- $group := get $groups .kind -}}
{{- $plural := get $plurals .kind -}}
{{- $root := ternary "/api/v1" (printf "/apis/%s/v1" $group) (eq $group "") -}}
{{- dict "group" $group "plural" $plural "root" $root | toJson -}}
{{- end }}
